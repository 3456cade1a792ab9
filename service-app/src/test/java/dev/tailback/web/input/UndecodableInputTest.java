package dev.tailback.web.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.LogLines;
import dev.tailback.app.testing.Wire;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot even be decoded is refused before any route, filter or login sees it, and none of it reaches a log. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndecodableInputTest implements TestPropertyProvider {

    private static final String SECRET = "hunter2-of-a-person";

    @Inject
    EmbeddedServer server;

    private LogLines log;

    @Override
    public Map<String, String> getProperties() {
        return AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
    }

    @BeforeEach
    void listen() {
        log = new LogLines();
    }

    @AfterEach
    void nothing_of_it_is_logged() {
        log.close();
        assertFalse(log.text().contains(SECRET), log.text());
        assertEquals(
                List.of(),
                log.lines().stream().filter(line -> line.contains("ERROR")).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=%",
                "x=%z1",
                "x=%1",
                "x=%ff%fe",
                "x=%ed%a0%80",
                "x=%c0%80",
                "x=\u00ff",
                "%=1",
                "x=%00",
                "%00=x"
            })
    void a_form_that_cannot_be_decoded_is_refused_and_not_logged(String broken) {
        String form = broken + "&name=service&password=" + SECRET + "&csrfToken=" + SECRET;
        refused(Wire.to(server, "POST", "/login").form(form), "");
        refused(
                Wire.to(server, "POST", "/contracts/800000000000001AAA/ads")
                        .as("service")
                        .form(form),
                "");
        refused(Wire.to(server, "POST", "/logout").as("service").form(form), "");
    }

    @Test
    void the_route_reads_a_form_as_strictly_as_the_filter_before_it() {
        Browser browser = Browser.loggedInAs("service", server);
        browser.open("/");
        Wire call = Wire.to(server, "POST", "/contracts/800000000000001AAA/ads")
                .header("Cookie", browser.cookies())
                .header("X-CSRF-TOKEN", browser.formToken())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .body(("title=" + SECRET + "&x=%").getBytes(StandardCharsets.US_ASCII));
        refused(call, "form");
    }

    @Test
    void a_form_of_more_fields_than_any_page_has_is_refused() {
        refused(Wire.to(server, "POST", "/login").form("a=b&".repeat(501)), "form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%ff", "%ed%a0%80", "\u00fc", "a|b", "a\"b", "%1"})
    void an_address_that_cannot_be_decoded_is_refused(String broken) {
        for (String target :
                List.of("/api/ads?query=", "/?customer=", "/login?next=", "/contracts?id=", "/api/ads/", "/")) {
            refused(Wire.to(server, "GET", target + broken).as("service"), "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%07", "%1b[31m", "%7f", "%c2%85", "%e2%80%ae", "%e2%81%a6", "%ef%bf%bf"})
    void an_address_with_a_character_that_no_text_may_hold_is_refused(String broken) {
        refused(Wire.to(server, "GET", "/api/ads?query=" + broken).as("service"), "query");
        refused(Wire.to(server, "GET", "/api/usage?code=" + broken).as("service"), "code");
        refused(Wire.to(server, "GET", "/?customer=" + broken).as("service"), "customer");
        refused(Wire.to(server, "GET", "/contracts/" + broken).as("service"), "address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/ads", "?query=x", "http://[::1", "*", "http://elsewhere.example/api/ads"})
    void an_address_that_is_no_path_is_refused(String target) {
        refused(Wire.to(server, "GET", target).as("service"), "address");
    }

    @Test
    void a_parameter_that_is_given_twice_is_refused_by_name() {
        refused(Wire.to(server, "GET", "/api/ads?query=a&query=b").as("service"), "query");
        refused(Wire.to(server, "GET", "/api/ads?page=1;page=1").as("service"), "page");
    }

    @Test
    void a_query_of_more_parameters_than_any_program_sends_is_refused() {
        StringBuilder query = new StringBuilder("/api/ads?");
        for (int index = 0; index < 501; index++) {
            query.append('a').append(index).append("=&");
        }
        refused(Wire.to(server, "GET", query.toString()).as("service"), "query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "=", "bm9jb2xvbg==", "YTpi YTpi", "/+/:"})
    void a_basic_header_that_cannot_be_decoded_is_refused(String base64) {
        refused(Wire.to(server, "GET", "/api/ads").header("Authorization", "Basic " + base64), "");
    }

    @Test
    void a_basic_header_whose_name_or_password_no_account_can_have_is_refused() {
        refused(Wire.to(server, "GET", "/api/ads").basic(new byte[] {'a', 0, ':', 'b'}), "Authorization");
        refused(Wire.to(server, "GET", "/api/ads").basic(new byte[] {'a', ':', 'b', 0}), "Authorization");
        refused(Wire.to(server, "GET", "/api/ads").basic(new byte[] {(byte) 0xff, ':', 'b'}), "Authorization");
        refused(
                Wire.to(server, "GET", "/api/ads").basic("a\r\nb:c".getBytes(StandardCharsets.US_ASCII)),
                "Authorization");
    }

    @Test
    void what_is_well_formed_is_taken_as_ever() {
        for (String target : List.of(
                "/api/ads?query=M%C3%BCller+%26%20S%C3%B6hne%F0%9F%8D%93",
                "/api/ads?query=50%25", "/api/ads?query=", "/api/ads?", "/?customer=%E2%80%8Fx")) {
            assertEquals(
                    200, Wire.to(server, "GET", target).as("service").send().status(), target);
        }
    }

    @Test
    void a_person_at_a_browser_gets_the_refusal_as_a_page() {
        Wire.Answer answer = Wire.to(server, "GET", "/?customer=%00")
                .as("service")
                .header("Accept", "text/html")
                .send();
        assertEquals(400, answer.status());
        assertTrue(answer.body().contains("customer holds a character that is not taken here (U+0000)"), answer.text());
    }

    private void refused(Wire call, String field) {
        Wire.Answer answer = call.send();
        assertEquals(400, answer.status(), () -> call + "\n" + answer.text());
        assertEquals("application/problem+json", answer.header("Content-Type").orElse(""));
        assertTrue(answer.body().contains("\"code\":\"invalid\""), answer.body());
        assertTrue(answer.body().contains("\"field\":\"" + field), answer.body());
        assertFalse(answer.text().contains(SECRET), answer.text());
    }
}
