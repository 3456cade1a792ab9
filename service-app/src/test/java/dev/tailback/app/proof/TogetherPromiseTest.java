package dev.tailback.app.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.SchemaCopy;
import dev.tailback.localorg.LocalOrg;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that meet at a product's row: what they come to, and what they tell. */
class TogetherPromiseTest {

    @TempDir
    private Path directory;

    private LocalOrg org;
    private TriedOrg tried;

    @BeforeEach
    void start() {
        org = new SchemaCopy(directory).start(Map.of("locked-row-status", "409"));
        tried = TriedOrg.bare(org);
    }

    @AfterEach
    void end() {
        org.close();
    }

    @Test
    void calls_that_the_org_puts_one_after_the_other_are_all_counted_once() {
        Notebook notes = meet();

        Seen seen = notes.seen().get(0);
        assertEquals(Seen.Verdict.HELD, seen.verdict(), seen::evidence);
        assertTrue(
                seen.evidence()
                        .startsWith("5 times two calls at once: 10 saved, 0 told that the row is busy. The org puts"
                                + " them one after the other. Sent once more, both rows hold what was sent last."),
                seen::evidence);
        assertEquals(Map.of(), switches(notes));
    }

    @Test
    void calls_that_find_the_row_busy_pass_when_they_are_sent_again_and_tell_how_that_looks() {
        tried.fault("[{\"kind\":\"row-busy\",\"times\":4}]");
        Notebook notes = meet();

        Seen seen = notes.seen().get(0);
        assertEquals(Seen.Verdict.HELD, seen.verdict(), seen::evidence);
        assertTrue(seen.evidence().contains("6 saved, 4 told that the row is busy."), seen::evidence);
        assertEquals("409", switches(notes).get("locked-row-status"));
        assertTrue(switches(notes).containsKey("lock-wait"));
    }

    @Test
    void a_row_that_stays_busy_breaks_the_promise() {
        tried.fault("[{\"kind\":\"row-busy\"}]");
        Notebook notes = meet();

        Seen seen = notes.seen().get(0);
        assertEquals(Seen.Verdict.NOT_HELD, seen.verdict(), seen::evidence);
        assertTrue(seen.evidence().contains("a row does not hold what was sent last"), seen::evidence);
    }

    private Notebook meet() {
        Notebook notes = tried.notes();
        new TogetherPromise(tried.experiment(), notes, ForkJoinPool.commonPool()).run();
        return notes;
    }

    private static Map<String, String> switches(Notebook notes) {
        return new Tried(notes.seen(), notes.told(), "").switches();
    }
}
