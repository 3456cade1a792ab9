package dev.tailback.verification.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.verification.PackagedRun;
import dev.tailback.verification.torture.programs.Guard;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The packaged torture run, short and with a fixed seed. That it fails when a guard is missing takes a few minutes
 * more: {@code ./mvnw verify -pl verification -am -Dtorture.guards=true}.
 */
class TortureIT {
    private static final int FEWEST_PROCESSES = 8;

    @TempDir
    Path directory;

    @Test
    void nothing_is_lost_and_no_process_is_left() throws Exception {
        try (PackagedRun torture = start("--seconds", "25", "--seed", "4", "--shards", "3")) {
            assertEquals(0, torture.awaitEnd(), torture::printed);
            assertTrue(torture.printed().contains("Nothing was lost"), torture::printed);
            requireNoneIsLeft(torture);
        }
    }

    @Test
    void a_run_that_is_interrupted_leaves_no_process() throws Exception {
        try (PackagedRun torture = start("--seconds", "300", "--seed", "5")) {
            assertTrue(torture.awaitPrinted("recovered after"), torture::printed);
            torture.interrupt();

            assertEquals(130, torture.awaitEnd(), torture::printed);
            requireNoneIsLeft(torture);
        }
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    @EnabledIfSystemProperty(named = "torture.guards", matches = "true")
    void without_a_guard_the_run_fails_and_says_why(Guard guard) throws Exception {
        try (PackagedRun torture = start("--seconds", "20", "--seed", "3", "--without", guard.toString())) {
            assertEquals(1, torture.awaitEnd(), torture::printed);
            assertTrue(torture.printed().contains(reasonWithout(guard)), torture::printed);
        }
    }

    private static String reasonWithout(Guard guard) {
        return switch (guard) {
            case FENCE -> "Without the fence a write that came late overwrote a newer one in Salesforce (";
            case GATE -> "Without the gate the queue did not notice that Redis had forgotten what waited in it (";
            case SWEEP -> "Without the sweep no search found what Redis had forgotten (";
        };
    }

    @Test
    void so_many_shards_that_no_program_would_start_are_refused_in_one_sentence() throws Exception {
        try (PackagedRun torture = start("--shards", "65")) {
            assertEquals(2, torture.awaitEnd(), torture::printed);
            assertTrue(
                    torture.printed().contains("--shards 65 is out of range: give one from 1 to 64."),
                    torture::printed);
        }
    }

    @Test
    void an_unknown_guard_is_named_in_one_sentence() throws Exception {
        try (PackagedRun torture = start("--without", "luck")) {
            assertEquals(2, torture.awaitEnd(), torture::printed);
            assertTrue(
                    torture.printed().contains("--without luck is no guard: give fence, gate or sweep."),
                    torture::printed);
        }
    }

    private PackagedRun start(String... options) throws Exception {
        return PackagedRun.start(directory, "torture", options);
    }

    private static void requireNoneIsLeft(PackagedRun torture) {
        int started = torture.awaitNoneIsLeft();
        assertTrue(started >= FEWEST_PROCESSES, "the run starts at least eight processes, seen: " + started);
    }
}
