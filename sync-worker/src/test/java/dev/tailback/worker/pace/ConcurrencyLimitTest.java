package dev.tailback.worker.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of calls at one time, found beside a Salesforce in virtual time that answers so many at once. */
class ConcurrencyLimitTest {
    private static final int BATCH = 200;
    private static final double RUN_MS = 300_000;
    private static final double REFUSED_AFTER_MS = 5;

    @ParameterizedTest(name = "{0} ms")
    @ValueSource(ints = {20, 100, 500})
    void where_more_calls_are_refused_it_is_nearly_as_fast_as_the_best_fixed_number(int latencyMs) {
        for (int most : new int[] {3, 8, 15}) {
            double best = most * RUN_MS / latencyMs;
            double found = answered(1, 20, at -> latencyMs, at -> most, Beyond.REFUSED);
            assertTrue(found >= 0.9 * best, found + " of " + best + " calls, where " + most + " fit");
        }
    }

    @ParameterizedTest(name = "{0} ms")
    @ValueSource(ints = {20, 100, 500})
    void where_more_calls_only_wait_it_is_nearly_as_fast_as_the_best_fixed_number(int latencyMs) {
        for (int most : new int[] {2, 8, 20}) {
            double best = most * RUN_MS / latencyMs;
            double found = answered(1, 20, at -> latencyMs, at -> most, Beyond.SLOWER);
            assertTrue(found >= 0.9 * best, found + " of " + best + " calls, where " + most + " fit");
        }
    }

    @Test
    void it_follows_a_number_that_changes_while_it_runs() {
        IntUnaryOperator changing = at -> at / 60_000 % 2 == 0 ? 16 : 4;
        double best = (16 * 3 + 4 * 2) / 5.0 * RUN_MS / 100;

        double found = answered(1, 20, at -> 100, changing, Beyond.REFUSED);

        assertTrue(found >= 0.9 * best, found + " of " + best + " calls");
        double fixed = answered(4, 4, at -> 100, changing, Beyond.REFUSED);
        assertTrue(found > 1.5 * fixed, found + " beside " + fixed);
    }

    @Test
    void a_salesforce_that_is_slower_by_itself_costs_no_calls() {
        IntUnaryOperator weather = at -> at / 20_000 % 2 == 0 ? 100 : 400;

        double found = answered(1, 20, weather, at -> 20, Beyond.SLOWER);

        double best = answered(20, 20, weather, at -> 20, Beyond.SLOWER);
        assertTrue(found >= 0.9 * best, found + " of " + best + " calls");
    }

    @Test
    void where_calls_only_wait_for_each_other_that_does_not_become_usual() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, 20);
        double allowed = 0;
        int calls = 5_000;
        for (int i = 0; i < calls; i++) {
            int atOnce = limit.allowed();
            limit.ended(
                    CallEnd.ANSWERED, limit.begins(), BATCH, Duration.ofMillis(100L * Math.max(1, atOnce / 2)), atOnce);
            allowed += limit.allowed();
        }
        assertTrue(allowed / calls < 13, "two calls are as fast as " + allowed / calls);
    }

    @Test
    void it_falls_when_calls_take_longer() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, 20);
        run(limit, CallEnd.ANSWERED, 100, 40);
        int before = limit.allowed();
        run(limit, CallEnd.ANSWERED, 900, 40);
        assertTrue(limit.allowed() < before, "from " + before + " to " + limit.allowed());
    }

    @Test
    void one_busy_row_makes_it_fall_a_little_and_an_outage_more_and_only_once() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, 20);
        run(limit, CallEnd.ANSWERED, 100, 40);
        assertEquals(20, limit.allowed());
        long begun = limit.begins();
        limit.ended(CallEnd.ROW_BUSY, begun, BATCH, Duration.ofMillis(100), 20);
        assertEquals(18, limit.allowed());
        limit.ended(CallEnd.FAILED, begun, BATCH, Duration.ofMillis(100), 20);
        assertEquals(18, limit.allowed(), "it began before the number fell");
        limit.ended(CallEnd.FAILED, limit.begins(), BATCH, Duration.ofMillis(100), 18);
        assertEquals(12, limit.allowed());
    }

    @Test
    void a_refusal_of_what_a_call_holds_says_nothing() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, 20);
        limit.ended(CallEnd.NOTHING, limit.begins(), BATCH, Duration.ofMillis(100), 4);
        assertEquals(4, limit.allowed());
    }

    @Test
    void it_does_not_grow_while_its_calls_are_not_used() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, 20);
        for (int i = 0; i < 100; i++) {
            limit.ended(CallEnd.ANSWERED, limit.begins(), 1, Duration.ofMillis(100), 1);
        }
        assertEquals(4, limit.allowed());
    }

    @Test
    void a_fixed_number_stays() {
        ConcurrencyLimit limit = new ConcurrencyLimit(6, 6);
        run(limit, CallEnd.FAILED, 100, 10);
        assertEquals(6, limit.allowed());
        run(limit, CallEnd.ANSWERED, 100, 100);
        assertEquals(6, limit.allowed());
    }

    @Test
    void a_small_call_is_not_compared_with_a_large_one() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, 20);
        for (int i = 0; i < 200; i++) {
            boolean small = i % 2 == 0;
            limit.ended(CallEnd.ANSWERED, limit.begins(), small ? 1 : BATCH, Duration.ofMillis(small ? 80 : 700), 20);
        }
        assertEquals(20, limit.allowed());
    }

    private static void run(ConcurrencyLimit limit, CallEnd end, int latencyMs, int calls) {
        for (int i = 0; i < calls; i++) {
            limit.ended(end, limit.begins(), BATCH, Duration.ofMillis(latencyMs), limit.allowed());
        }
    }

    private enum Beyond {
        REFUSED,
        SLOWER
    }

    private record Running(double endsAt, double begunAt, long begun, CallEnd end) {}

    /** Calls answered in a run with a backlog that never ends. */
    private static double answered(
            int least, int most, IntUnaryOperator latencyMs, IntUnaryOperator fits, Beyond beyond) {
        ConcurrencyLimit limit = new ConcurrencyLimit(least, most);
        PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparing(Running::endsAt));
        double now = 0;
        double answered = 0;
        while (now < RUN_MS) {
            while (running.size() < limit.allowed()) {
                int latency = latencyMs.applyAsInt((int) now);
                running.add(begin(limit, running, now, latency, fits.applyAsInt((int) now), beyond));
            }
            Running call = running.poll();
            now = call.endsAt();
            answered += call.end() == CallEnd.ANSWERED ? 1 : 0;
            Duration took = Duration.ofNanos((long) ((now - call.begunAt()) * 1e6));
            limit.ended(call.end(), call.begun(), BATCH, took, running.size() + 1);
        }
        return answered;
    }

    private static Running begin(
            ConcurrencyLimit limit,
            PriorityQueue<Running> running,
            double now,
            int latencyMs,
            int fits,
            Beyond beyond) {
        long atOnce =
                running.stream().filter(call -> call.end() == CallEnd.ANSWERED).count() + 1;
        if (atOnce > fits && beyond == Beyond.REFUSED) {
            return new Running(now + REFUSED_AFTER_MS, now, limit.begins(), CallEnd.TOO_MANY);
        }
        double last = running.stream().mapToDouble(Running::endsAt).max().orElse(now);
        double ends = beyond == Beyond.REFUSED || atOnce <= fits
                ? now + latencyMs
                : Math.max(now + latencyMs, last + (double) latencyMs / fits);
        return new Running(ends, now, limit.begins(), CallEnd.ANSWERED);
    }
}
