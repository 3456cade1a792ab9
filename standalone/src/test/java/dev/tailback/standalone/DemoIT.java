package dev.tailback.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged demo as a newcomer runs it. */
class DemoIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private final Set<ProcessHandle> everStarted = new HashSet<>();
    private Process demo;

    @AfterEach
    void end_the_demo() throws InterruptedException {
        if (demo != null) {
            demo.destroy();
            demo.waitFor(240, TimeUnit.SECONDS);
            demo.destroyForcibly();
        }
    }

    @Test
    void the_story_holds_and_leaves_no_process_behind() throws Exception {
        demo = start("--exit");
        Awaitility.await().atMost(Duration.ofMinutes(20)).until(() -> {
            rememberItsProcesses();
            return !demo.isAlive();
        });

        assertEquals(0, demo.exitValue(), this::printed);
        assertTrue(printed().contains("checks hold"), this::printed);
        awaitNoneIsLeft();
    }

    // A detail with roll-ups, and an org of lookups that counts nothing itself.
    @ParameterizedTest
    @ValueSource(strings = {"subscriptions", "own-objects"})
    void the_same_story_holds_on_another_org(String org) throws Exception {
        Path mapping = HOME.resolve("salesforce-schema/foreign").resolve(org).resolve("mapping.yaml");
        demo = start("--exit", "--mapping", mapping.toString());
        Awaitility.await().atMost(Duration.ofMinutes(20)).until(() -> {
            rememberItsProcesses();
            return !demo.isAlive();
        });

        assertEquals(0, demo.exitValue(), this::printed);
        assertTrue(printed().contains("checks hold"), this::printed);
        awaitNoneIsLeft();
    }

    @Test
    void after_kill_9_the_next_start_finds_nothing_in_its_way_and_leaves_nothing() throws Exception {
        demo = start("--port-base", "18480", "--shards", "2");
        awaitPrinted("Tailback is up");
        rememberItsProcesses();
        demo.destroyForcibly().waitFor();

        demo = start("--port-base", "18480", "--shards", "2");
        awaitPrinted("Tailback is up");
        assertEquals(Set.of(), stillRunning(), "left over from the killed demo");
        rememberItsProcesses();
        demo.destroy();
        assertTrue(demo.waitFor(240, TimeUnit.SECONDS), this::printed);
        awaitNoneIsLeft();
    }

    @Test
    void each_program_ends_without_memory_and_what_ended_is_started_again() throws Exception {
        demo = start("--port-base", "18680");
        awaitPrinted("Tailback is up");
        rememberItsProcesses();
        for (String name : List.of("local-org", "service-app", "sync-worker")) {
            List<ProcessHandle> programs = programs(name);
            assertEquals(1, programs.size(), name);
            assertTrue(optionsOf(programs.get(0)).contains("-XX:+ExitOnOutOfMemoryError"), name);
            assertTrue(optionsOf(programs.get(0)).contains("-Dsun.net.http.retryPost=false"), name);
        }
        awaitArchives();
        long ended = programs("sync-worker").get(0).pid();
        programs("sync-worker").get(0).destroyForcibly();
        awaitPrinted("sync-worker ended with 137; starting it again.");
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .until(() -> programs("sync-worker").stream().anyMatch(program -> program.pid() != ended));
        assertTrue(optionsOf(programs("sync-worker").get(0)).stream()
                .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile=")));
        rememberItsProcesses();
        demo.destroy();
        assertTrue(demo.waitFor(240, TimeUnit.SECONDS), this::printed);
        awaitNoneIsLeft();
    }

    /** The first demo makes them; whatever starts later takes them. */
    private void awaitArchives() {
        Awaitility.await().atMost(Duration.ofMinutes(10)).ignoreExceptions().until(() -> {
            try (Stream<Path> files = Files.list(archives())) {
                return files.filter(file -> file.toString().endsWith(".jsa")).count() == 3;
            }
        });
    }

    private Path archives() {
        return directory.resolve("archives");
    }

    // PostgreSQL was never started again: 503 for ever, although the demo invites to kill any of its processes.
    @Test
    void whatever_is_killed_is_started_again_also_postgres_and_redis() throws Exception {
        demo = start("--port-base", "18780");
        awaitPrinted("Tailback is up");
        rememberItsProcesses();
        List<Long> killed = new java.util.ArrayList<>();
        for (String name : List.of("postgres", "redis", "local-org", "service-app", "sync-worker")) {
            ProcessHandle process = main(name);
            killed.add(process.pid());
            process.destroyForcibly();
        }
        for (String name : List.of("postgres", "redis", "local-org", "service-app", "sync-worker")) {
            awaitPrinted(name + " ended");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .ignoreExceptions()
                    .until(() -> !killed.contains(main(name).pid()));
        }
        Awaitility.await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> readiness(18_780) == 200);
        rememberItsProcesses();
        demo.destroy();
        assertTrue(demo.waitFor(240, TimeUnit.SECONDS), this::printed);
        awaitNoneIsLeft();
    }

    /** As the demo's own notes name it. */
    private ProcessHandle main(String name) throws IOException {
        String pid = Files.readAllLines(directory.resolve("data/processes").resolve(name + ".pid"))
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
        return demo.descendants()
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
            demo = start("--port-base", Integer.toString(taken.getLocalPort()));
            assertTrue(demo.waitFor(240, TimeUnit.SECONDS));
        }
        assertEquals(3, demo.exitValue());
        assertTrue(printed().contains("Port 18580 is taken on 127.0.0.1"), this::printed);
    }

    private Process start(String... options) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dtailback.home=" + HOME,
                "-Dtailback.archives=" + archives(),
                "-jar",
                HOME.resolve("standalone/target/standalone.jar").toString(),
                "demo",
                "--data",
                directory.resolve("data").toString()));
        command.addAll(List.of(options));
        Files.deleteIfExists(output());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private Path output() {
        return directory.resolve("printed.txt");
    }

    private String printed() {
        try {
            return Files.exists(output()) ? Files.readString(output()) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void awaitPrinted(String words) {
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> {
            assertTrue(demo.isAlive() || printed().contains(words), this::printed);
            return printed().contains(words);
        });
    }

    /** Remembers whoever the demo has started, so that one can ask for them when it is gone. */
    private void rememberItsProcesses() {
        demo.descendants().forEach(everStarted::add);
    }

    private Set<ProcessHandle> stillRunning() {
        return everStarted.stream().filter(ProcessHandle::isAlive).collect(Collectors.toSet());
    }

    private void awaitNoneIsLeft() {
        assertTrue(everStarted.size() >= 5, "the demo starts at least five processes, seen: " + everStarted.size());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> stillRunning().isEmpty());
    }
}
