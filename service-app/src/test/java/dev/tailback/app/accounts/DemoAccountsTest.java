package dev.tailback.app.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tailback.app.Application;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accounts with a published password exist in the demo and nowhere else. */
class DemoAccountsTest {

    private static final String SECRET = "a-secret-of-this-test-with-more-than-32-characters";

    @Test
    void the_demo_accounts_are_closed_when_the_demo_is_and_the_first_admin_can_log_in() {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        assertEquals(404, statusIn(environment, "service", "tailback"));
        environment.remove("TAILBACK_DEMO");
        environment.put("TAILBACK_SESSION_SECRET", SECRET);
        environment.put("TAILBACK_ADMIN_PASSWORD", "a long passphrase");
        assertEquals(401, statusIn(environment, "service", "tailback"));
        assertEquals(404, statusIn(environment, "admin", "a long passphrase"));
    }

    @Test
    void an_account_never_shows_its_hash() {
        Account account = new Account(
                "a", "$argon2id$...", null, false, "service", false, Instant.EPOCH, "me", null, null, null, null, null);
        assertFalse(account.toString().contains("argon2id"));
    }

    private static int statusIn(Map<String, String> environment, String account, String password) {
        try (EmbeddedApplication<?> running = Application.start(environment, "--port", "0")) {
            return Caller.withPassword(account, password, (EmbeddedServer) running)
                    .get("/api/nothing")
                    .statusCode();
        }
    }
}
