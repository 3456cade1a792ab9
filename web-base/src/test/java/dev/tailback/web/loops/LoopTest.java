package dev.tailback.web.loops;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Queue<String> fatal = new ConcurrentLinkedQueue<>();
    private final WakeUp wake = new WakeUp();

    // It went round once more and waited again, so that every stop took ten seconds and ended by force.
    @Test
    void a_loop_that_is_woken_to_end_begins_no_other_round() {
        Loop loop = started(
                "test",
                this::longRound,
                () -> {
                    wake.now();
                    giveItTimeToGoRoundAgain();
                },
                this::ended);
        await().until(() -> rounds.get() == 1);
        loop.close();
        assertEquals(1, rounds.get());
        assertFalse(interrupted.get(), "ended by force");
    }

    @RepeatedTest(50)
    void it_ends_wherever_it_is_in_its_round() {
        started("test", this::longRound, wake::now, this::ended).close();
        assertFalse(interrupted.get(), "ended by force");
    }

    // The thread ended with it, nothing said so, and nothing was sent until somebody started the program again.
    @ParameterizedTest
    @ValueSource(
            classes = {
                StackOverflowError.class,
                NoClassDefFoundError.class,
                AssertionError.class,
                IllegalStateException.class
            })
    void whatever_a_step_throws_the_loop_continues_and_counts_it(Class<? extends Throwable> what) {
        Loop loop = failingOnce(() -> thrown(what));
        await().until(() -> rounds.get() == 2);
        assertEquals(1, loop.life().failures());
        assertTrue(fatal.isEmpty(), "ended the program");
        loop.close();
    }

    @Test
    void an_interruption_that_did_not_come_from_its_end_does_not_end_it() {
        Loop loop = failingOnce(() -> Thread.currentThread().interrupt());
        await().until(() -> rounds.get() >= 2);
        loop.close();
    }

    @Test
    void without_memory_the_program_ends_to_be_started_again() {
        Loop loop = failingOnce(() -> thrown(OutOfMemoryError.class));
        await().until(() -> !fatal.isEmpty());
        assertEquals(List.of("test"), List.copyOf(fatal));
        loop.close();
    }

    @Test
    void a_thread_that_dies_all_the_same_is_followed_by_another_one() {
        Loop loop = started(
                "test",
                () -> {
                    if (rounds.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("of the test");
                    }
                    wake.await(Duration.ofHours(1));
                },
                wake::now,
                (name, failure) -> {
                    throw new IllegalStateException("not even the last resort works", failure);
                });
        await().until(() -> rounds.get() == 2);
        assertTrue(loop.isAlive());
        loop.close();
    }

    @Test
    void a_wait_that_is_announced_is_no_silence_and_a_step_that_hangs_is_one() throws InterruptedException {
        CountDownLatch hang = new CountDownLatch(1);
        Loop waiting = started("waiting", this::longRound, wake::now, this::ended);
        Loop hanging = started("hanging", hang::await, hang::countDown, this::ended);
        await().until(() -> hanging.life().silentFor().toMillis() > 200);
        assertEquals(Duration.ZERO, waiting.life().silentFor());
        waiting.close();
        hanging.close();
    }

    private Loop failingOnce(Runnable failure) {
        return started(
                "test",
                () -> {
                    if (rounds.incrementAndGet() == 1) {
                        failure.run();
                    }
                    wake.await(Duration.ofHours(1));
                },
                wake::now,
                this::ended);
    }

    private static void thrown(Class<? extends Throwable> what) {
        if (what == OutOfMemoryError.class) {
            throw new OutOfMemoryError("of the test");
        }
        if (what == StackOverflowError.class) {
            throw new StackOverflowError("of the test");
        }
        if (what == NoClassDefFoundError.class) {
            throw new NoClassDefFoundError("of the test");
        }
        if (what == AssertionError.class) {
            throw new AssertionError("of the test");
        }
        throw new IllegalStateException("of the test");
    }

    private void ended(String loop, VirtualMachineError failure) {
        fatal.add(loop);
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

    private static Loop started(String name, Step step, Runnable wake, LastResort lastResort) {
        return Loop.start(name, step, wake, lastResort, List.of(new PostgresFailure()));
    }
}
