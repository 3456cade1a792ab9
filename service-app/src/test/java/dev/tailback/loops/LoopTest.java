package dev.tailback.loops;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LoopTest {

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final WakeUp wake = new WakeUp();

    // It went round once more and waited again, so that every stop took ten seconds and ended by force.
    @Test
    void a_loop_that_is_woken_to_end_begins_no_other_round() {
        Loop loop = Loop.start("test", this::longRound, () -> {
            wake.now();
            giveItTimeToGoRoundAgain();
        });
        await().until(() -> rounds.get() == 1);
        loop.close();
        assertEquals(1, rounds.get());
        assertFalse(interrupted.get(), "ended by force");
    }

    @RepeatedTest(50)
    void it_ends_by_itself_wherever_it_is_in_its_round() {
        Loop.start("test", this::longRound, wake::now).close();
        assertFalse(interrupted.get(), "ended by force");
    }

    private void longRound() throws InterruptedException {
        rounds.incrementAndGet();
        try {
            wake.await(Duration.ofHours(1));
        } catch (InterruptedException byForce) {
            interrupted.set(true);
            throw byForce;
        }
    }

    /** A second round would show at once; that there is none cannot be awaited. */
    private void giveItTimeToGoRoundAgain() {
        long end = System.nanoTime() + Duration.ofMillis(100).toNanos();
        while (rounds.get() == 1 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
