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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged demo with the hub, as a newcomer runs it. */
class HubDemoIT {
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
    void the_story_of_three_crms_holds_and_leaves_no_process_behind() throws Exception {
        demo = start("--exit");
        Awaitility.await().atMost(Duration.ofMinutes(30)).until(() -> {
            demo.descendants().forEach(everStarted::add);
            return !demo.isAlive();
        });

        assertEquals(0, demo.exitValue(), this::printed);
        assertTrue(printed().contains("checks hold"), this::printed);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> stillRunning().isEmpty());
    }

    private Set<ProcessHandle> stillRunning() {
        return everStarted.stream().filter(ProcessHandle::isAlive).collect(Collectors.toSet());
    }

    private Process start(String... options) throws IOException {
        List<String> line = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtailback.home=" + HOME,
                "-Dtailback.archives=" + directory.resolve("archives"),
                "-jar",
                HOME.resolve("standalone/target/standalone.jar").toString(),
                "demo",
                "--hub",
                "--data",
                directory.resolve("data").toString()));
        line.addAll(List.of(options));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("out").toFile()))
                .start();
    }

    private String printed() {
        try {
            return Files.readString(directory.resolve("out"));
        } catch (IOException e) {
            return "nothing (" + e.getMessage() + ")";
        }
    }
}
