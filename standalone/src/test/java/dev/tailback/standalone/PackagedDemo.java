package dev.tailback.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The packaged demo in a directory of its own, started again and again, with all processes that it ever started. */
final class PackagedDemo {

    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final int FEWEST_PROCESSES = 5;

    private final Path directory;
    private final Set<ProcessHandle> everStarted = new HashSet<>();
    private List<Process> started = List.of();

    PackagedDemo(Path directory) {
        this.directory = directory;
    }

    void start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dtailback.home=" + HOME,
                "-Dtailback.archives=" + archives(),
                "-jar",
                HOME.resolve("standalone/target/standalone.jar").toString(),
                "demo",
                "--data",
                data().toString()));
        command.addAll(List.of(options));
        Files.deleteIfExists(output());
        started = List.of(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start());
    }

    /** Tells a story and ends by itself. */
    void tellsItsStory(String... options) throws IOException {
        start(options);
        Awaitility.await().atMost(Duration.ofMinutes(30)).until(() -> {
            rememberItsProcesses();
            return !process().isAlive();
        });
        assertEquals(0, process().exitValue(), this::printed);
        assertTrue(printed().contains("checks hold"), this::printed);
        awaitNoneIsLeft();
    }

    Process process() {
        return started.get(0);
    }

    Path data() {
        return directory.resolve("data");
    }

    Path archives() {
        return directory.resolve("archives");
    }

    private Path output() {
        return directory.resolve("printed.txt");
    }

    String printed() {
        try {
            return Files.exists(output()) ? Files.readString(output()) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    void awaitPrinted(String words) {
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> {
            assertTrue(process().isAlive() || printed().contains(words), this::printed);
            return printed().contains(words);
        });
    }

    /** Remembers whoever the demo has started, so that one can ask for them when it is gone. */
    void rememberItsProcesses() {
        process().descendants().forEach(everStarted::add);
    }

    Set<ProcessHandle> stillRunning() {
        return everStarted.stream().filter(ProcessHandle::isAlive).collect(Collectors.toSet());
    }

    /** As if somebody pressed Ctrl-C. */
    void endsAndLeavesNothing() throws InterruptedException {
        rememberItsProcesses();
        process().destroy();
        assertTrue(process().waitFor(240, TimeUnit.SECONDS), this::printed);
        awaitNoneIsLeft();
    }

    private void awaitNoneIsLeft() {
        assertTrue(
                everStarted.size() >= FEWEST_PROCESSES,
                "the demo starts at least " + FEWEST_PROCESSES + " processes, seen: " + everStarted.size());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> stillRunning().isEmpty());
    }

    /** Whatever became of the test. */
    void end() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(240, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }
}
