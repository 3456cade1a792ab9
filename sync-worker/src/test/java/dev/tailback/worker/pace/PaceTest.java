package dev.tailback.worker.pace;

import static dev.tailback.worker.pace.SimulatedDay.CALL_MS;
import static dev.tailback.worker.pace.SimulatedDay.DAY;
import static dev.tailback.worker.pace.SimulatedDay.LIMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The pace over whole days in virtual time: 20 entries a second, or few, on an org of 100,000 calls a day. */
class PaceTest {
    private static final long REPORT_WITHIN_MS = 60_000;
    private static final double SHARE = 0.9 * LIMIT;
    private static final IntToDoubleFunction HALF_OF_THE_CALLS = second -> 50_000.0 / DAY;

    @Test
    void on_a_scarce_day_all_is_reported_in_time_below_the_share_and_with_few_calls() {
        SimulatedDay day = new SimulatedDay(20, HALF_OF_THE_CALLS)
                .workers(1)
                .runTo(2 * DAY - 1)
                .drain();

        assertSound(day);
        assertTrue(day.callsPerThousand(1, 48) <= 60, day.callsPerThousand(1, 48) + " calls");
        assertTrue(day.callsPerThousand(1, 48) >= 15, "it gathers more than it must: " + day.callsPerThousand(1, 48));
        assertTrue(day.delayAt(0.99) < 10_000, "late by " + day.delayAt(0.99));
    }

    @Test
    void on_a_rich_day_nothing_waits() {
        SimulatedDay day = new SimulatedDay(0.2, HALF_OF_THE_CALLS)
                .workers(1)
                .runTo(2 * DAY - 1)
                .drain();

        assertSound(day);
        assertEquals(CALL_MS, day.delayAt(0.999));
        assertEquals(Optional.empty(), day.gathering());
    }

    @Test
    void a_burst_on_a_rich_day_does_not_wait() {
        SimulatedDay day =
                new SimulatedDay(20, HALF_OF_THE_CALLS).workers(1).runTo(60).drain();

        assertEquals(CALL_MS, day.delayAt(0.5));
        assertEquals(Optional.empty(), day.gathering());
    }

    @Test
    void it_says_how_often_it_sends_and_until_when_calls_must_last() {
        SimulatedDay day = new SimulatedDay(20, HALF_OF_THE_CALLS).workers(1).runTo(3 * 3600);

        Pace.Gathering gathering = day.gathering().orElseThrow();
        assertTrue(gathering.every().toMillis() > 1_500 && gathering.every().toMillis() < 4_000, gathering::toString);
    }

    @Test
    void others_who_suddenly_use_many_calls_are_made_room_for() {
        IntToDoubleFunction jump =
                second -> 20_000.0 / DAY + (second >= 10 * 3600 && second < 10 * 3600 + 1200 ? 25_000.0 / 1200 : 0);
        SimulatedDay day =
                new SimulatedDay(20, jump).workers(1).runTo(30 * 3600).drain();

        assertSound(day);
        assertTrue(day.callsPerThousand(1, 30) <= 60, day.callsPerThousand(1, 48) + " calls");
    }

    @Test
    void others_who_use_much_every_night_are_made_room_for() {
        IntToDoubleFunction nightly =
                second -> 10_000.0 / DAY + (Math.floorMod(second, DAY) < 3600 ? 40_000.0 / 3600 : 0);
        assertSound(new SimulatedDay(20, nightly).workers(1).runTo(30 * 3600).drain());
    }

    @Test
    void others_who_leave_little_make_it_gather_longer_and_never_later_than_told() {
        IntToDoubleFunction most = second -> 78_000.0 / DAY;
        SimulatedDay day =
                new SimulatedDay(20, most).workers(1).runTo(30 * 3600).drain();

        assertSound(day);
    }

    @Test
    void where_nearly_nothing_is_left_it_gathers_as_long_as_it_may_and_no_longer() {
        IntToDoubleFunction nearlyAll = second -> 88_100.0 / DAY;
        SimulatedDay day =
                new SimulatedDay(0.05, nearlyAll).workers(1).runTo(30 * 3600).drain();

        assertSound(day);
        assertTrue(day.delayAt(0.9) > 20_000, "it waited only " + day.delayAt(0.9) + " ms");
    }

    @Test
    void three_workers_share_what_is_left() {
        SimulatedDay day = new SimulatedDay(20, HALF_OF_THE_CALLS)
                .workers(3)
                .runTo(30 * 3600)
                .drain();

        assertSound(day);
        assertTrue(day.callsPerThousand(1, 30) <= 60, day.callsPerThousand(1, 48) + " calls");
    }

    @Test
    void a_worker_that_is_restarted_every_few_hours_stays_below_the_share() {
        SimulatedDay day = new SimulatedDay(20, HALF_OF_THE_CALLS).workers(1);
        for (int hour = 5; hour <= 30; hour += 5) {
            day.runTo(hour * 3600).drain().workers(1);
        }

        assertSound(day.drain());
    }

    private static void assertSound(SimulatedDay day) {
        assertEquals(day.arrived, day.reported, "all is reported");
        assertTrue(day.delayAt(1) <= REPORT_WITHIN_MS + 5 * CALL_MS, "the latest took " + day.delayAt(1) + " ms");
        assertTrue(day.mostUsed <= SHARE, "the org used " + day.mostUsed);
    }
}
