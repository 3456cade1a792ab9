package dev.tailback.app.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code --migrate} as a process of its own. */
class MigrateTest {

    @Test
    void it_brings_the_tables_up_to_date_and_ends_the_second_time_without_anything_to_do() throws Exception {
        Map<String, String> environment = AppUnderTest.environmentWithoutTables();
        environment.keySet().removeIf(name -> !name.startsWith("DATASOURCES_"));
        assertTrue(said(0, environment).contains("are up to date"));
        assertTrue(said(0, environment).contains("0 migrations were run"));
    }

    @Test
    void it_needs_the_values_of_postgresql_and_no_others() throws Exception {
        String said = said(2, Map.of());
        assertTrue(said.contains("DATASOURCES_DEFAULT_URL is not set"), said);
        assertFalse(said.contains("SALESFORCE"), said);
        assertFalse(said.contains("\tat "), said);
    }

    private static String said(int exitCode, Map<String, String> environment) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tailback.app.Application",
                "--migrate");
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(exitCode, process.waitFor(), said);
        return said;
    }
}
