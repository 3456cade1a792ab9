package dev.tailback.app.readings;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedReadingTest {

    private static final int PEOPLE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final SharedReading<String, Integer> shared = new SharedReading<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void end() {
        gate.countDown();
        people.shutdownNow();
    }

    @Test
    void who_asks_alone_reads_each_time() {
        assertEquals(1, shared.read("ads", begun::incrementAndGet));
        assertEquals(2, shared.read("ads", begun::incrementAndGet));
    }

    @Test
    void all_who_ask_during_a_reading_share_the_next_one() throws Exception {
        Future<Integer> first = ask("ads");
        await().atMost(PATIENCE).until(() -> begun.get() == 1);
        List<Future<Integer>> others = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            others.add(ask("ads"));
        }
        await().atMost(PATIENCE).until(() -> waiting() == PEOPLE);
        assertEquals(1, begun.get(), "the next reading begins after the first");
        gate.countDown();
        assertEquals(1, first.get());
        for (Future<Integer> other : others) {
            assertEquals(2, other.get(), "never what was read before they asked");
        }
        assertEquals(2, begun.get());
    }

    @Test
    void another_thing_does_not_wait() throws Exception {
        Future<Integer> first = ask("ads");
        await().atMost(PATIENCE).until(() -> begun.get() == 1);
        assertEquals(7, shared.read("banner", () -> 7));
        gate.countDown();
        assertEquals(1, first.get());
    }

    @Test
    void a_failure_is_not_shared() throws Exception {
        Future<Integer> first = ask("ads");
        await().atMost(PATIENCE).until(() -> begun.get() == 1);
        Future<Integer> failing = people.submit(() -> shared.read("ads", () -> {
            throw new IllegalStateException("no answer");
        }));
        await().atMost(PATIENCE).until(() -> waiting() == 1);
        Future<Integer> sharing = ask("ads");
        await().atMost(PATIENCE).until(() -> waiting() == 2);
        gate.countDown();
        assertEquals(1, first.get());
        Throwable told = assertThrows(ExecutionException.class, failing::get).getCause();
        assertEquals("no answer", told.getMessage());
        assertEquals(2, sharing.get());
        assertEquals(3, shared.read("ads", begun::incrementAndGet));
    }

    private Future<Integer> ask(String what) {
        return people.submit(() -> shared.read(what, () -> {
            int number = begun.incrementAndGet();
            waitAtTheGate();
            return number;
        }));
    }

    private void waitAtTheGate() {
        try {
            gate.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Threads that wait for the reading of another. */
    private long waiting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> List.of(stack).stream()
                        .anyMatch(frame -> frame.getClassName().startsWith(SharedReading.class.getName())))
                .filter(stack -> List.of(stack).stream()
                        .anyMatch(frame -> frame.getClassName().equals("java.util.concurrent.CompletableFuture")
                                && frame.getMethodName().equals("join")))
                .count();
    }
}
