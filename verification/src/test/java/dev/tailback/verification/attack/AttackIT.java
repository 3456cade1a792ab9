package dev.tailback.verification.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.verification.PackagedRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged attack, short and with a fixed seed; {@code ./tailback attack} is the long one. */
class AttackIT {
    @TempDir
    Path directory;

    @Test
    void neither_roles_nor_hostile_requests_nor_guesses_get_anywhere() throws Exception {
        try (PackagedRun attack =
                start("--only", "matrix,fuzz,passwords", "--requests", "3000", "--connections", "2")) {
            assertEquals(0, attack.awaitEnd(), attack::printed);
            assertTrue(attack.printed().contains("The attack got nowhere."), attack::printed);
        }
    }

    @Test
    void an_unknown_part_is_named_in_one_sentence() throws Exception {
        try (PackagedRun attack = start("--only", "luck")) {
            assertEquals(2, attack.awaitEnd(), attack::printed);
            assertTrue(
                    attack.printed().contains("--only luck is no part: give some of matrix, fuzz,"), attack::printed);
        }
    }

    private PackagedRun start(String... options) throws Exception {
        return PackagedRun.start(directory, "attack", options);
    }
}
