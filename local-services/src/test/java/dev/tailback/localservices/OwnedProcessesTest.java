package dev.tailback.localservices;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedProcessesTest {
    @TempDir
    Path directory;

    @Test
    void closing_ends_what_was_started_and_forgets_it() {
        OwnedProcess child;
        try (OwnedProcesses processes = OwnedProcesses.in(directory)) {
            child = processes.start("sleeper", sleeper());
            assertTrue(child.isAlive());
        }
        assertFalse(child.isAlive());
        assertFalse(Files.exists(directory.resolve("sleeper.pid")));
    }

    @Test
    void a_second_owner_is_refused_while_the_first_lives() {
        try (OwnedProcesses first = OwnedProcesses.in(directory)) {
            OwnedProcess child = first.start("sleeper", sleeper());
            ServiceFailed refused = assertThrows(ServiceFailed.class, () -> OwnedProcesses.in(directory));
            assertTrue(refused.getMessage().contains("in use by another running Tailback"));
            assertTrue(child.isAlive());
        }
    }

    @Test
    void the_next_owner_ends_what_a_killed_owner_left() throws IOException {
        Process leftover = sleeper().start();
        new PidFile(directory.resolve("sleeper.pid")).write(leftover.toHandle(), Signal.TERM);
        OwnedProcesses.in(directory).close();
        await().until(() -> !leftover.isAlive());
    }

    @Test
    void a_stranger_with_a_remembered_pid_is_left_alone() throws IOException {
        Process stranger = sleeper().start();
        try {
            Files.writeString(directory.resolve("sleeper.pid"), stranger.pid() + "\nanother-boot:123\nTERM\n");
            Files.writeString(directory.resolve("other.pid"), stranger.pid() + "\n");
            OwnedProcesses.in(directory).close();
            assertTrue(stranger.isAlive());
            assertFalse(Files.exists(directory.resolve("sleeper.pid")));
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_process_remembered_only_by_pid_is_ended_when_its_command_names_the_directory() throws IOException {
        Process leftover = new ProcessBuilder("sh", "-c", "sleep 600; true", directory.toString()).start();
        Files.writeString(directory.resolve("sleeper.pid"), leftover.pid() + "\n");
        OwnedProcesses.in(directory).close();
        await().until(() -> !leftover.isAlive());
    }

    @Test
    void a_damaged_pid_file_stops_nothing() throws IOException {
        Files.writeString(directory.resolve("sleeper.pid"), "no pid at all");
        OwnedProcesses.in(directory).close();
        assertFalse(Files.exists(directory.resolve("sleeper.pid")));
    }

    @Test
    void children_of_a_killed_jvm_end_or_are_reaped() throws IOException {
        Process owner = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartsRedisAndStays.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long redis = firstLineAsNumber(owner);
        ProcessHandle child = ProcessHandle.of(redis).orElseThrow();
        owner.destroyForcibly();
        await().until(() -> !owner.isAlive());
        OwnedProcesses.in(directory).close();
        await().until(() -> !child.isAlive());
    }

    @Test
    void a_name_that_is_no_file_name_is_refused() {
        try (OwnedProcesses processes = OwnedProcesses.in(directory)) {
            assertThrows(IllegalArgumentException.class, () -> processes.start("../elsewhere", sleeper()));
        }
    }

    @Test
    void a_command_that_does_not_exist_leaves_no_process() {
        try (OwnedProcesses processes = OwnedProcesses.in(directory)) {
            OwnedProcess child = processes.start("nothing", new ProcessBuilder("/no/such/command"));
            await().until(() -> !child.isAlive());
            assertEquals(127, child.process().exitValue());
        }
    }

    @Test
    void an_interrupted_owner_can_still_freeze_and_thaw() {
        try (OwnedProcesses processes = OwnedProcesses.in(directory)) {
            OwnedProcess child = processes.start("sleeper", sleeper());
            Thread.currentThread().interrupt();
            child.freeze();
            child.thaw();
            assertTrue(Thread.interrupted());
        }
    }

    private static ProcessBuilder sleeper() {
        return new ProcessBuilder("sleep", "600");
    }

    private static long firstLineAsNumber(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        return Long.parseLong(lines.readLine());
    }
}
