package dev.tailback.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The one way from a login here to another site: to the hub, and to nothing else. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToHubTest implements TestPropertyProvider {

    private static final String HUB = "http://hub.example:8085";
    private static final List<String> FOREIGN = List.of(
            "//evil.example",
            "///evil.example",
            "http://evil.example",
            "http://hub.evil.example:8085",
            "http://hub.example:8085@evil.example",
            "http://evil@hub.example:8085",
            "http://hub.example:8086/",
            "http://hub.example.evil:8085/",
            "/\\evil.example",
            "\\\\evil.example",
            "javascript:alert(1)",
            "@evil.example",
            ".evil.example",
            ":80@evil.example",
            "/%");

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
        properties.put("tailback.hub-url", HUB);
        return properties;
    }

    @Test
    void who_has_not_logged_in_does_so_and_goes_on_to_the_page_of_the_hub() {
        Browser browser = Browser.at(server);
        String login = location(browser.open("/hub?to=%2Frecords%3Fsearch%3DM%25C3%25BCller"));
        assertTrue(login.startsWith("/login?next="), login);
        browser.open(login);
        String next = "/hub?to=%2Frecords%3Fsearch%3DM%25C3%25BCller";
        HttpResponse<String> in = browser.submit("/login", "name", "viewer", "password", "tailback", "next", next);
        assertEquals(next, location(in));
        assertEquals(HUB + "/signed-in?to=%2Frecords%3Fsearch%3DM%25C3%25BCller", leadsTo(browser.open(location(in))));
    }

    @Test
    void a_foreign_address_leads_to_the_start_page_of_the_hub() {
        Browser browser = Browser.loggedInAs("viewer", server);
        for (String foreign : FOREIGN) {
            assertEquals(HUB + "/signed-in?to=%2F", leadsTo(browser.open("/hub?to=" + encoded(foreign))), foreign);
        }
    }

    @Test
    void control_characters_and_what_cannot_be_decoded_are_refused() {
        Browser browser = Browser.loggedInAs("viewer", server);
        for (String hostile : List.of("%0d%0aLocation:%20http://evil.example", "%00", "%09//evil.example", "%ff")) {
            HttpResponse<String> answer = browser.open("/hub?to=/" + hostile);
            assertTrue(answer.statusCode() == 400 || leadsTo(answer).equals(HUB + "/signed-in?to=%2F"), hostile);
        }
    }

    @Test
    void a_login_itself_still_leads_to_no_other_site_and_the_hub_is_none_of_ours() {
        for (String foreign : List.of(HUB, HUB + "/records", "//hub.example:8085/", "http://hub.example:8085@evil/")) {
            Browser browser = Browser.at(server);
            browser.open("/login");
            HttpResponse<String> answer =
                    browser.submit("/login", "name", "viewer", "password", "tailback", "next", foreign);
            assertEquals("/", location(answer), foreign);
        }
    }

    @Test
    void the_page_for_logging_out_asks_first_and_ends_the_session() {
        Browser browser = Browser.loggedInAs("viewer", server);
        assertEquals(200, browser.open("/logout").statusCode());
        assertEquals("/login", location(browser.submit("/logout")));
        assertTrue(location(browser.open("/hub")).startsWith("/login"));
    }

    private static String leadsTo(HttpResponse<String> answer) {
        String refresh = answer.headers().firstValue("Refresh").orElse("");
        String address = refresh.replaceFirst("^0; url=", "");
        assertTrue(answer.body().contains("href=\"" + address + "\""), answer::body);
        return address;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
