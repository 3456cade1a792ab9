package dev.tailback.verification.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.verification.torture.programs.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The packaged torture run, short and with a fixed seed. That it fails when a guard is missing takes a few minutes
 * more:
 * {@code ./mvnw verify -pl standalone -am -Dtorture.guards=true}.
 */
class TortureIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private final Set<ProcessHandle> everStarted = new HashSet<>();
    private Process torture;

    @AfterEach
    void end_the_run() throws InterruptedException {
        if (torture != null) {
            torture.destroy();
            torture.waitFor(240, TimeUnit.SECONDS);
            torture.destroyForcibly();
        }
    }

    @Test
    void nothing_is_lost_and_no_process_is_left() throws Exception {
        torture = start("--seconds", "25", "--seed", "4", "--shards", "3");

        assertEquals(0, awaitEnd(), this::printed);
        assertTrue(printed().contains("Nothing was lost"), this::printed);
        awaitNoneIsLeft();
    }

    @Test
    void whoever_ends_it_in_the_middle_gets_a_clean_machine_back() throws Exception {
        torture = start("--seconds", "300", "--seed", "5");
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> {
            rememberItsProcesses();
            assertTrue(torture.isAlive(), this::printed);
            return printed().contains("recovered after");
        });
        new ProcessBuilder("kill", "-INT", Long.toString(torture.pid())).start().waitFor();

        assertEquals(130, awaitEnd(), this::printed);
        awaitNoneIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    @EnabledIfSystemProperty(named = "torture.guards", matches = "true")
    void without_a_guard_the_run_fails_and_says_why(Guard guard) throws Exception {
        torture = start("--seconds", "20", "--seed", "3", "--without", guard.toString());

        assertEquals(1, awaitEnd(), this::printed);
        assertTrue(printed().contains(reasonWithout(guard)), this::printed);
    }

    private static String reasonWithout(Guard guard) {
        return switch (guard) {
            case FENCE -> "Without the fence a write that came late overwrote a newer one in Salesforce (";
            case GATE -> "Without the gate nobody noticed that Redis had forgotten what waited in it (";
            case SWEEP -> "Without the sweep nobody looked for what Redis had forgotten (";
        };
    }

    @Test
    void so_many_shards_that_no_program_would_start_are_refused_in_one_sentence() throws Exception {
        torture = start("--shards", "65");

        assertEquals(2, awaitEnd(), this::printed);
        assertTrue(printed().contains("--shards 65 is out of range: give one from 1 to 64."), this::printed);
    }

    @Test
    void a_guard_nobody_knows_is_named_in_one_sentence() throws Exception {
        torture = start("--without", "luck");

        assertEquals(2, awaitEnd(), this::printed);
        assertTrue(printed().contains("--without luck is no guard: give fence, gate or sweep."), this::printed);
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtailback.home=" + HOME,
                "-jar",
                HOME.resolve("standalone/target/standalone.jar").toString(),
                "torture",
                "--data",
                directory.resolve("data").toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("printed.txt").toFile())
                .start();
    }

    private int awaitEnd() {
        Awaitility.await().atMost(Duration.ofMinutes(20)).until(() -> {
            rememberItsProcesses();
            return !torture.isAlive();
        });
        return torture.exitValue();
    }

    private String printed() {
        try {
            return Files.readString(directory.resolve("printed.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void rememberItsProcesses() {
        torture.descendants().forEach(everStarted::add);
    }

    private void awaitNoneIsLeft() {
        assertTrue(everStarted.size() >= 8, "the run starts at least eight processes, seen: " + everStarted.size());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> everStarted.stream().noneMatch(ProcessHandle::isAlive));
    }
}
