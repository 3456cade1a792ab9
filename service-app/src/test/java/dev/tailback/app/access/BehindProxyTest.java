package dev.tailback.app.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Behind a proxy that speaks HTTPS to browsers and is named in TAILBACK_TRUSTED_PROXIES. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindProxyTest implements TestPropertyProvider {

    private static final String[] HTTPS = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9"};

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
        properties.put("tailback.trusted-proxies", "127.0.0.1");
        return properties;
    }

    @Test
    void cookies_are_for_https_only_and_browsers_are_told_to_stay_with_it() {
        HttpResponse<String> secure = login(HTTPS);
        assertTrue(secure.headers().firstValue("Strict-Transport-Security").isPresent());
        assertTrue(cookies(secure).stream().allMatch(cookie -> cookie.contains("Secure")), cookies(secure)::toString);
        HttpResponse<String> plain = login();
        assertTrue(plain.headers().firstValue("Strict-Transport-Security").isEmpty());
        assertFalse(cookies(plain).stream().anyMatch(cookie -> cookie.contains("Secure")), cookies(plain)::toString);
    }

    @Test
    void who_guesses_behind_the_proxy_locks_out_no_other_user_behind_it() {
        Caller guesser = Caller.withPassword("admin", "wrong", server);
        int last = 401;
        for (int i = 0; i < 20 && last == 401; i++) {
            last = guesser.send("GET", "/api/ads", null, "", "X-Forwarded-For", "203.0.113.66")
                    .statusCode();
        }
        assertEquals(429, last);
        assertEquals(
                200,
                Caller.as("admin", server)
                        .send("GET", "/api/ads", null, "", "X-Forwarded-For", "203.0.113.9")
                        .statusCode());
    }

    @Test
    void a_made_up_address_in_front_of_the_real_one_is_no_way_around_the_limit() {
        Caller guesser = Caller.withPassword("finance", "wrong", server);
        int last = 401;
        for (int i = 0; i < 20 && last == 401; i++) {
            last = guesser.send("GET", "/api/ads", null, "", "X-Forwarded-For", "198.51.100." + i + ", 203.0.113.77")
                    .statusCode();
        }
        assertEquals(429, last);
    }

    @Test
    void a_page_of_ours_is_known_by_the_host_the_browser_used() {
        assertEquals(
                200,
                Caller.as("operator", server)
                        .send(
                                "POST",
                                "/api/token",
                                "application/json",
                                "",
                                "Origin",
                                "https://ads.example.com",
                                "X-Forwarded-Host",
                                "ads.example.com")
                        .statusCode());
    }

    private HttpResponse<String> login(String... headers) {
        return Caller.anonymous(server).send("GET", "/login", null, "", headers);
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
