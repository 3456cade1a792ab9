package dev.tailback.worker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker as its own process. */
class ApplicationTest {
    private static final Map<String, String> NOBODY_THERE = Map.of(
            "REDIS_URI", "redis://127.0.0.1:1",
            "SALESFORCE_LOGIN_URL", "http://127.0.0.1:1",
            "SALESFORCE_CLIENT_ID", "tailback",
            "SALESFORCE_CLIENT_SECRET", "not-to-be-seen");

    @TempDir
    Path directory;

    @Test
    void without_its_environment_it_says_what_is_missing_and_ends_with_2() throws Exception {
        Process worker = start(Map.of());

        assertEquals(2, worker.waitFor());
        List<String> lines = Files.readAllLines(errors());
        assertEquals(4, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("REDIS_URI is missing"), lines::toString);
    }

    @Test
    void an_unknown_option_is_named_and_ends_with_2() throws Exception {
        Process worker = start(NOBODY_THERE, "--prot", "1");

        assertEquals(2, worker.waitFor());
        assertEquals(1, Files.readAllLines(errors()).size());
    }

    @Test
    void it_waits_for_redis_and_salesforce_and_stops_when_asked() throws Exception {
        Process worker = start(NOBODY_THERE, "--port", "0");
        try {
            await().until(() -> output().contains("The queue is down"));
        } finally {
            worker.destroy();
        }

        worker.waitFor();
        assertTrue(output().contains("Stopped; nothing is in hand"), this::output);
        assertEquals(List.of(), Files.readAllLines(errors()));
        assertTrue(!output().contains("not-to-be-seen") && !output().contains("Exception"), this::output);
    }

    @Test
    void a_port_that_is_taken_is_named_in_one_sentence_and_ends_with_3() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Process worker = start(NOBODY_THERE, "--port", port);

            assertEquals(3, worker.waitFor());
            List<String> lines = Files.readAllLines(errors());
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(lines.get(0).contains(port) && lines.get(0).contains("already in use"), lines::toString);
            assertTrue(!output().contains("\tat "), this::output);
        }
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(errors().toFile())
                .redirectOutput(directory.resolve("out").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SALESFORCE_") || name.startsWith("REDIS_"));
        // The JVM tells on standard error that it has picked these up.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path errors() {
        return directory.resolve("err");
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("out"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
