package dev.tailback.worker.loops;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.testkit.SettableClock;
import dev.tailback.worker.LogLines;
import dev.tailback.worker.waiting.Waiting;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoopsTest {
    private final SettableClock clock = new SettableClock();
    private final Waiting waiting = new Waiting();
    private final SignsOfLife signs = new SignsOfLife(clock);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Failures failures = new Failures(registry, clock);
    private final Loops loops = new Loops(signs, failures, waiting);

    @AfterEach
    void stop() {
        loops.stop();
    }

    static Stream<Throwable> whatever() {
        return Stream.of(
                new IllegalStateException("test"),
                new StackOverflowError("test"),
                new NoClassDefFoundError("test"),
                new OutOfMemoryError("test"),
                new AssertionError("test"));
    }

    @ParameterizedTest
    @MethodSource("whatever")
    void whatever_a_turn_throws_the_next_one_comes_and_it_is_counted(Throwable failure) {
        AtomicInteger turns = new AtomicInteger();

        start("taker", () -> {
            if (turns.incrementAndGet() == 1) {
                sneak(failure);
            }
            waiting.rest(Duration.ofMillis(1));
        });

        await().until(() -> turns.get() > 3);
        assertEquals(
                1,
                registry.counter("tailback.worker.failures", "where", "taker", "what", name(failure))
                        .count());
        assertEquals(name(failure), failures.goingOn().get("taker").what());
    }

    @Test
    void a_thread_that_hangs_is_named_after_its_time() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        start("taker", () -> {
            entered.countDown();
            hangs.await();
        });
        entered.await();

        clock.advance(Duration.ofSeconds(119));
        assertEquals(Map.of(), signs.stuck());
        clock.advance(Duration.ofSeconds(2));
        assertEquals(Set.of("taker"), signs.stuck().keySet());
        hangs.countDown();
        await().until(() -> signs.stuck().isEmpty());
    }

    @Test
    void a_thread_that_ended_unasked_is_named() throws InterruptedException {
        Thread thread = start("taker", () -> {
            throw new InterruptedException("test");
        });
        thread.join();
        clock.advance(Duration.ofMinutes(3));

        assertEquals(Set.of("taker"), signs.stuck().keySet());
    }

    @Test
    void threads_that_were_asked_to_stop_are_not() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        Thread thread = loops.daemon("taker", () -> waiting.rest(Duration.ofMillis(1)), last::countDown);
        thread.start();
        loops.stop();
        thread.join();
        clock.advance(Duration.ofMinutes(3));

        assertEquals(0, last.getCount());
        assertEquals(Map.of(), signs.stuck());
    }

    @Test
    void a_sender_without_work_is_not_expected_to_turn() {
        signs.begins("sender-1", Duration.ofMinutes(4));
        signs.rests("sender-1");
        clock.advance(Duration.ofHours(1));

        assertEquals(Map.of(), signs.stuck());
    }

    @Test
    void failures_that_follow_each_other_are_told_once() {
        try (LogLines log = new LogLines(Failures.class)) {
            for (int i = 0; i < 100; i++) {
                failures.met("sender", new IllegalStateException("test"));
                clock.advance(Duration.ofSeconds(30));
            }
            assertEquals(1, log.all().size());
            assertEquals(100, failures.goingOn().get("sender").times());

            clock.advance(Duration.ofMinutes(11));
            assertTrue(failures.goingOn().isEmpty());
            failures.met("sender", new IllegalStateException("test"));
            assertEquals(2, log.all().size());
        }
    }

    private Thread start(String name, Loops.LoopTurn turn) {
        Thread thread = loops.daemon(name, turn, () -> {});
        thread.start();
        return thread;
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    private static void sneak(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
