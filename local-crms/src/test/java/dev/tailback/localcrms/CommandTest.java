package dev.tailback.localcrms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommandTest {

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalCrmsCommand.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command);
        // The JVM tells on standard error that it has picked these up.
        program.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return program.start();
    }

    private static void ends(int exitCode, String sentence, String... arguments) throws Exception {
        Process process = start(arguments);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(exitCode, process.exitValue());
        assertTrue(errors.contains(sentence), errors);
        assertEquals(1, errors.lines().count(), errors);
    }

    @Test
    void bad_arguments_end_with_one_sentence_and_2() throws Exception {
        ends(2, "say which CRM: hubspot");
        ends(2, "'many' is not a number from 0 to 65535", "hubspot", "--port", "many");
        ends(2, "The fixtures nowhere.json cannot be read", "hubspot", "--port", "0", "--fixtures", "nowhere.json");
        ends(2, "There is no switch sunshine", "hubspot", "--port", "0", "--switch", "sunshine=yes");
        ends(2, "--search-delay is 0s to 1h", "hubspot", "--port", "0", "--search-delay", "3h");
    }

    @Test
    void a_taken_port_ends_with_one_sentence_and_3() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            ends(3, "Port " + port + " of 127.0.0.1 is already in use", "hubspot", "--port", port);
        }
    }

    @Test
    void a_started_account_names_its_address_and_ends_when_told() throws Exception {
        Process process = start("hubspot", "--port", "0");
        try {
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            assertTrue(
                    line.matches("local HubSpot is ready at http://127\\.0\\.0\\.1:\\d+, service key pat-local-crms"),
                    line);
        } finally {
            process.destroy();
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    }
}
