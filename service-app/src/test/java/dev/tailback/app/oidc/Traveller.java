package dev.tailback.app.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Browser;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A person at a browser on the way to the provider and back. */
final class Traveller {

    private final Browser browser;
    private Map<String, String> sent = Map.of();

    Traveller(EmbeddedServer server) {
        this(Browser.at(server));
    }

    Traveller(Browser browser) {
        this.browser = browser;
    }

    Browser browser() {
        return browser;
    }

    /** Presses "Log in with ..."; the browser is sent to the provider. */
    Traveller leaves(String next) {
        URI provider = URI.create(location(browser.open("/login/oidc?next=" + encoded(next))));
        sent = query(provider.getRawQuery());
        return this;
    }

    /** What the provider was told. */
    String told(String name) {
        return sent.getOrDefault(name, "");
    }

    /** Comes back with a code. */
    HttpResponse<String> returns() {
        return returns("code=c-1&state=" + told("state"));
    }

    HttpResponse<String> returns(String query) {
        return browser.open("/login/oidc/callback?" + query);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** Nobody was logged in, and the login page says why, in English and in German. */
    void assertFailed(HttpResponse<String> answer, String why, String english, String german) {
        assertEquals(303, answer.statusCode(), answer.body());
        String login = location(answer);
        assertTrue(login.startsWith("/login?failed=" + why), login);
        assertTrue(
                answer.headers().allValues("Set-Cookie").stream()
                        .noneMatch(cookie -> cookie.startsWith("tailback_session=")),
                "no session");
        assertSays(browser.speaking("de").open(login), german);
        assertSays(browser.speaking("en").open(login), english);
        assertTrue(location(browser.open("/")).startsWith("/login"), "still nobody");
    }

    private static void assertSays(HttpResponse<String> page, String sentence) {
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains(sentence), page.body());
    }

    static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
