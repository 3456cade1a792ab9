package dev.tailback.verification.hubtorture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.verification.PackagedRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged torture of the hub, short and with a fixed seed. */
class HubTortureIT {
    private static final int FEWEST_PROCESSES = 8;

    @TempDir
    Path directory;

    @Test
    void nothing_is_lost_invented_or_doubled_and_no_process_is_left() throws Exception {
        try (PackagedRun torture = start("--hub", "--seconds", "30", "--seed", "4")) {
            assertEquals(0, torture.awaitEnd(), torture::printed);
            assertTrue(torture.printed().contains("Nothing was lost"), torture::printed);
            int started = torture.awaitNoneIsLeft();
            assertTrue(started >= FEWEST_PROCESSES, "the run starts at least eight processes, seen: " + started);
        }
    }

    @Test
    void options_of_the_write_back_are_refused_in_one_sentence() throws Exception {
        try (PackagedRun torture = start("--hub", "--shards", "3")) {
            assertEquals(2, torture.awaitEnd(), torture::printed);
            assertTrue(torture.printed().contains("give it without --shards"), torture::printed);
        }
    }

    private PackagedRun start(String... options) throws Exception {
        return PackagedRun.start(directory, "torture", options);
    }
}
