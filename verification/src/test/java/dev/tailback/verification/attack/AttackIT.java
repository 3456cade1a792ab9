package dev.tailback.verification.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged attack, short and with a fixed seed; {@code ./tailback attack} is the long one. */
class AttackIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private Process attack;

    @AfterEach
    void end_the_run() throws InterruptedException {
        if (attack != null) {
            attack.destroy();
            attack.waitFor(240, TimeUnit.SECONDS);
            attack.destroyForcibly();
        }
    }

    @Test
    void neither_roles_nor_hostile_requests_nor_guesses_get_anywhere() throws Exception {
        attack = start("--only", "matrix,fuzz,passwords", "--requests", "3000", "--connections", "2");

        assertEquals(0, awaitEnd(), this::printed);
        assertTrue(printed().contains("The attack got nowhere."), this::printed);
    }

    @Test
    void a_part_that_is_none_is_named_in_one_sentence() throws Exception {
        attack = start("--only", "luck");

        assertEquals(2, awaitEnd(), this::printed);
        assertTrue(printed().contains("--only luck is no part: give some of matrix, fuzz,"), this::printed);
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtailback.home=" + HOME,
                "-jar",
                HOME.resolve("standalone/target/standalone.jar").toString(),
                "attack",
                "--data",
                directory.resolve("data").toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("printed.txt").toFile())
                .start();
    }

    private int awaitEnd() {
        Awaitility.await().atMost(Duration.ofMinutes(20)).until(() -> !attack.isAlive());
        return attack.exitValue();
    }

    private String printed() {
        try {
            return Files.readString(directory.resolve("printed.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
