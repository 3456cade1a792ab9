package dev.tailback.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged demo as a newcomer runs it, and kills parts of it. */
class DemoIT {

    @TempDir
    Path directory;

    private PackagedDemo demo;

    @BeforeEach
    void a_directory_of_its_own() {
        demo = new PackagedDemo(directory);
    }

    @AfterEach
    void end_the_demo() throws InterruptedException {
        demo.end();
    }

    @Test
    void after_kill_9_the_next_start_finds_nothing_in_its_way_and_leaves_nothing() throws Exception {
        isUp("--port-base", "18480", "--shards", "2");
        demo.process().destroyForcibly().waitFor();

        demo.start("--port-base", "18480", "--shards", "2");
        demo.awaitPrinted("Tailback is up");
        assertEquals(Set.of(), demo.stillRunning(), "left over from the killed demo");
        demo.endsAndLeavesNothing();
    }

    @Test
    void each_program_ends_without_memory_and_what_ended_is_started_again() throws Exception {
        isUp("--port-base", "18680");
        for (String name : List.of("local-org", "service-app", "sync-worker")) {
            List<ProcessHandle> programs = programs(name);
            assertEquals(1, programs.size(), name);
            assertTrue(optionsOf(programs.get(0)).contains("-XX:+ExitOnOutOfMemoryError"), name);
            assertTrue(optionsOf(programs.get(0)).contains("-Dsun.net.http.retryPost=false"), name);
        }
        awaitArchives();
        long ended = programs("sync-worker").get(0).pid();
        programs("sync-worker").get(0).destroyForcibly();
        demo.awaitPrinted("sync-worker ended with 137; starting it again.");
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .until(() -> programs("sync-worker").stream().anyMatch(program -> program.pid() != ended));
        assertTrue(optionsOf(programs("sync-worker").get(0)).stream()
                .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile=")));
        demo.endsAndLeavesNothing();
    }

    /** The first demo makes them; whatever starts later takes them. */
    private void awaitArchives() {
        Awaitility.await().atMost(Duration.ofMinutes(10)).ignoreExceptions().until(() -> {
            try (Stream<Path> files = Files.list(demo.archives())) {
                return files.filter(file -> file.toString().endsWith(".jsa")).count() == 3;
            }
        });
    }

    // PostgreSQL was never started again: 503 for ever, although the demo invites to kill any of its processes.
    @Test
    void whatever_is_killed_is_started_again_also_postgres_and_redis() throws Exception {
        isUp("--port-base", "18780");
        List<Long> killed = new java.util.ArrayList<>();
        for (String name : List.of("postgres", "redis", "local-org", "service-app", "sync-worker")) {
            ProcessHandle process = main(name);
            killed.add(process.pid());
            process.destroyForcibly();
        }
        for (String name : List.of("postgres", "redis", "local-org", "service-app", "sync-worker")) {
            demo.awaitPrinted(name + " ended");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .ignoreExceptions()
                    .until(() -> !killed.contains(main(name).pid()));
        }
        Awaitility.await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> readiness(18_780) == 200);
        demo.endsAndLeavesNothing();
    }

    /** As the demo's own notes name it. */
    private ProcessHandle main(String name) throws IOException {
        String pid = Files.readAllLines(demo.data().resolve("processes").resolve(name + ".pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static int readiness(int port) throws IOException, InterruptedException {
        return java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create("http://127.0.0.1:" + port + "/health/readiness"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private List<ProcessHandle> programs(String name) {
        return demo.process()
                .descendants()
                .filter(process -> optionsOf(process).stream().anyMatch(option -> option.endsWith(name + ".jar")))
                .toList();
    }

    private static List<String> optionsOf(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }

    @Test
    void a_taken_port_is_named_in_one_sentence() throws Exception {
        try (java.net.ServerSocket taken =
                new java.net.ServerSocket(18_580, 1, java.net.InetAddress.getLoopbackAddress())) {
            demo.start("--port-base", Integer.toString(taken.getLocalPort()));
            assertTrue(demo.process().waitFor(240, TimeUnit.SECONDS));
        }
        assertEquals(3, demo.process().exitValue());
        assertTrue(demo.printed().contains("Port 18580 is taken on 127.0.0.1"), demo::printed);
    }

    private void isUp(String... options) throws IOException {
        demo.start(options);
        demo.awaitPrinted("Tailback is up");
        demo.rememberItsProcesses();
    }
}
