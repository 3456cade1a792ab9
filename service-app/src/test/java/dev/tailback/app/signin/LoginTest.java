package dev.tailback.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People at a browser: login, the session, and the token that tells our own forms from forged ones. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTest implements TestPropertyProvider {

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        return AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
    }

    @Test
    void a_right_password_opens_a_session_and_goes_to_the_start_page() {
        HttpResponse<String> answer = Browser.at(server).logIn("service", "tailback");
        assertEquals(303, answer.statusCode());
        assertEquals("/", location(answer));
        String cookie = sessionCookie(answer);
        assertTrue(cookie.contains("HTTPOnly") && cookie.contains("SameSite=Lax"), cookie);
    }

    @Test
    void after_login_a_person_comes_back_to_the_page_they_asked_for() {
        Browser browser = Browser.at(server);
        assertEquals("/login?next=%2F%3Fcustomer%3DMagic", location(browser.open("/?customer=Magic")));
        browser.open("/login");
        HttpResponse<String> answer =
                browser.submit("/login", "name", "service", "password", "tailback", "next", "/?customer=Magic");
        assertEquals("/?customer=Magic", location(answer));
    }

    @Test
    void login_never_leads_to_another_site() {
        for (String foreign : List.of("https://evil.example", "//evil.example", "/\\evil.example", "javascript:x")) {
            Browser browser = Browser.at(server);
            browser.open("/login");
            HttpResponse<String> answer =
                    browser.submit("/login", "name", "service", "password", "tailback", "next", foreign);
            assertEquals("/", location(answer), foreign);
        }
    }

    @Test
    void a_wrong_password_is_told_and_the_name_is_kept() {
        HttpResponse<String> answer = Browser.at(server).logIn("finance", "wrong");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("The name or the password is wrong."));
        assertTrue(answer.body().contains("value=\"finance\""));
        assertTrue(answer.headers().allValues("Set-Cookie").stream().noneMatch(c -> c.startsWith("tailback_session")));
    }

    @Test
    void a_name_with_markup_is_shown_as_text() {
        HttpResponse<String> answer = Browser.at(server).logIn("\"><script>alert(1)</script>", "wrong");
        assertFalse(answer.body().contains("<script>alert"), answer.body());
    }

    @Test
    void a_login_form_without_its_token_is_refused() {
        Browser browser = Browser.at(server);
        browser.open("/login");
        HttpResponse<String> answer =
                browser.submitWithToken("forged", "/login", "name", "service", "password", "tailback");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("form_expired"));
    }

    @Test
    void logging_out_needs_the_token_and_ends_the_session() {
        Browser browser = Browser.loggedInAs("service", server);
        assertEquals(403, browser.submitWithToken("forged", "/logout").statusCode());
        browser.open("/");
        assertEquals("/login", location(browser.submit("/logout")));
        assertTrue(location(browser.open("/")).startsWith("/login"));
    }

    @Test
    void a_token_of_one_session_is_worth_nothing_in_another() {
        Browser other = Browser.loggedInAs("operator", server);
        String foreign = formToken(other.open("/").body());
        Browser mine = Browser.loggedInAs("service", server);
        assertEquals(403, mine.submitWithToken(foreign, "/logout").statusCode());
    }

    @Test
    void a_form_in_another_encoding_is_not_taken() {
        Browser browser = Browser.loggedInAs("service", server);
        browser.open("/");
        assertEquals(403, browser.submitAs("text/plain", "/logout").statusCode());
    }

    // Micronaut's own filter answered 500 here, and so did forms of slow networks now and then.
    @Test
    void a_form_whose_body_comes_late_is_taken() throws Exception {
        Browser browser = Browser.at(server);
        browser.open("/login");
        String answer = browser.submitInTwoParts("/login", "name=service&password=tailback&next=/");
        assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
    }

    @Test
    void a_fragment_without_session_is_refused_and_leaves_the_page_where_it_is() {
        HttpResponse<String> answer = Browser.at(server).fragment("/sync-banner");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.headers().firstValue("HX-Redirect").isEmpty());
    }

    @Test
    void pages_allow_no_foreign_or_inline_script_and_are_not_kept() {
        HttpResponse<String> answer = Browser.at(server).open("/login");
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("DENY", answer.headers().firstValue("X-Frame-Options").orElse(""));
        assertFalse(answer.body().contains("style=\"") || answer.body().contains("onclick"), answer.body());
    }

    private static String formToken(String page) {
        return page.replaceFirst("(?s).*name=\"csrfToken\" value=\"([^\"]*)\".*", "$1");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String sessionCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("tailback_session="))
                .findFirst()
                .orElseThrow();
    }
}
