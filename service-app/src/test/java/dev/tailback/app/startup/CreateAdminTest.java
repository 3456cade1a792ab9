package dev.tailback.app.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.Application;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import dev.tailback.program.CannotStart;
import dev.tailback.program.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first admin, and the way in when the last one lost the password. */
class CreateAdminTest {

    private static final String SECRET = "a-secret-of-this-test-with-more-than-32-characters";

    @Test
    void the_first_admin_is_made_by_command_and_a_lost_one_gets_in_again() {
        Map<String, String> environment = AppUnderTest.environmentWithoutTables();
        environment.remove("TAILBACK_DEMO");
        environment.put("TAILBACK_SESSION_SECRET", SECRET);
        CannotStart noTables =
                assertThrows(CannotStart.class, () -> create(environment, "root", "a long passphrase\n"));
        assertTrue(noTables.getMessage().contains("--migrate"), noTables::getMessage);
        Migrate.database(Environment.of(environment));
        create(environment, "root", "a long passphrase\n");
        try (EmbeddedServer server = (EmbeddedServer) Application.start(environment, "--port", "0")) {
            Caller root = Caller.withPassword("root", "a long passphrase", server);
            assertEquals(200, root.get("/api/accounts").statusCode());
            String made = root.post(
                            "/api/accounts", "{\"name\":\"deputy\",\"roles\":[\"admin\"],\"reason\":\"holiday\"}")
                    .body();
            assertTrue(made.contains("\"password\":"), made);
            create(environment, "deputy", "another long passphrase");
            Caller deputy = Caller.withPassword("deputy", "another long passphrase", server);
            assertEquals(
                    200,
                    deputy.post("/api/accounts/root/disable", "{\"reason\":\"left\"}")
                            .statusCode());
            assertEquals(401, root.get("/api/accounts").statusCode());
            create(environment, "root", "yet another passphrase");
            assertEquals(
                    200,
                    Caller.withPassword("root", "yet another passphrase", server)
                            .get("/api/accounts")
                            .statusCode());
            String history = deputy.get("/api/accounts/root/history").body();
            assertTrue(history.contains("command line") && history.contains("DISABLED"), history);
        }
    }

    @Test
    void a_name_or_a_password_that_is_not_taken_is_told_in_one_sentence() {
        Map<String, String> environment = AppUnderTest.environmentWithoutTables();
        for (String bad : new String[] {"short", "", "\n", "aaaaaaaaaaaaaaaa"}) {
            assertThrows(CannotStart.class, () -> create(environment, "root", bad), bad);
        }
        assertThrows(CannotStart.class, () -> create(environment, "Not A Name", "a long passphrase"));
    }

    private static void create(Map<String, String> environment, String name, String typed) {
        TypedPassword password =
                TypedPassword.firstLine(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        CreateAdmin.named(name, password, Environment.of(environment));
    }
}
