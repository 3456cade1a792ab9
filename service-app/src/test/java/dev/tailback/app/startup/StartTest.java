package dev.tailback.app.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.Application;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.program.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people see when the program cannot start: a sentence, and no stack trace. */
class StartTest {

    @Test
    void a_port_in_use_is_a_sentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CannotStart reason = assertThrows(
                    CannotStart.class,
                    () -> Application.start(
                            AppUnderTest.environment(AppUnderTest.NO_SALESFORCE),
                            "--port",
                            String.valueOf(taken.getLocalPort())));
            assertTrue(reason.getMessage().contains("already in use"), reason.getMessage());
        }
    }

    @Test
    void a_database_that_is_away_is_a_sentence_after_the_wait() {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        environment.put("DATASOURCES_DEFAULT_URL", "jdbc:postgresql://127.0.0.1:1/tailback");
        environment.put("TAILBACK_DATABASE_WAIT", "1");
        CannotStart reason = assertThrows(CannotStart.class, () -> Application.start(environment, "--port", "0"));
        assertEquals(3, reason.exitCode());
        assertTrue(reason.getMessage().startsWith("PostgreSQL at 127.0.0.1:1/tailback did not answer within 1 s"));
    }

    @Test
    void a_wrong_database_is_a_sentence_at_once() {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        environment.put("DATASOURCES_DEFAULT_URL", environment.get("DATASOURCES_DEFAULT_URL") + "_missing");
        CannotStart reason = assertThrows(CannotStart.class, () -> Application.start(environment, "--port", "0"));
        assertTrue(reason.getMessage().contains("refuses the login"), reason.getMessage());
    }

    @Test
    void a_process_without_environment_ends_with_2_and_names_what_it_lacks() throws Exception {
        Process process = java(Map.of());
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor());
        assertTrue(said.contains("DATASOURCES_DEFAULT_URL is not set"), said);
        assertTrue(said.contains("SALESFORCE_CLIENT_SECRET is missing"), said);
        assertFalse(said.contains("\tat "), said);
    }

    private static Process java(Map<String, String> environment) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder process = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tailback.app.Application",
                "--port",
                "0");
        process.environment().clear();
        process.environment().putAll(environment);
        return process.start();
    }
}
