package dev.tailback.worker.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.salesforce.ApiUsage;
import dev.tailback.worker.LogLines;
import dev.tailback.worker.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageGateTest {
    private static final Halt DOWN = new Halt("UNREACHABLE", "Salesforce cannot be reached.");

    private final SettableClock clock = new SettableClock();
    private final OutageGate gate = new OutageGate(OutageSettings.standard(), clock, new Random(7));

    @Test
    void everyone_goes_while_salesforce_answers() {
        assertInstanceOf(Turn.Go.class, gate.turn());
        assertTrue(gate.outage().isEmpty());
    }

    @Test
    void the_first_outage_makes_everyone_wait() {
        gate.halted(gate.turn(), DOWN);

        assertInstanceOf(Turn.Wait.class, gate.turn());
        assertEquals("UNREACHABLE", gate.outage().orElseThrow().halt().code());
    }

    @Test
    void one_probe_at_a_time_goes_through() {
        gate.halted(gate.turn(), DOWN);
        clock.advance(Duration.ofSeconds(2));

        assertInstanceOf(Turn.Probe.class, gate.turn());
        assertInstanceOf(Turn.Wait.class, gate.turn());
    }

    @Test
    void a_probe_that_found_nothing_to_send_lets_the_next_one_go() {
        gate.halted(gate.turn(), DOWN);
        clock.advance(Duration.ofSeconds(2));
        gate.returned(gate.turn());

        assertInstanceOf(Turn.Probe.class, gate.turn());
    }

    @Test
    void an_answered_probe_opens_for_all() {
        gate.halted(gate.turn(), DOWN);
        clock.advance(Duration.ofSeconds(2));
        gate.answered(gate.turn());

        assertInstanceOf(Turn.Go.class, gate.turn());
    }

    @Test
    void an_answer_to_a_call_from_before_the_outage_opens_nothing() {
        Turn early = gate.turn();
        gate.halted(gate.turn(), DOWN);
        gate.answered(early);

        assertInstanceOf(Turn.Wait.class, gate.turn());
    }

    @Test
    void waits_grow_up_to_a_minute() {
        gate.halted(gate.turn(), DOWN);
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 30; i++) {
            Duration wait = waitOf(gate.turn());
            assertTrue(wait.compareTo(Duration.ofSeconds(60)) <= 0, "waits " + wait);
            longest = longest.compareTo(wait) > 0 ? longest : wait;
            clock.advance(wait);
            gate.halted(gate.turn(), DOWN);
        }
        assertTrue(longest.compareTo(Duration.ofSeconds(30)) > 0, "never waited longer than " + longest);
    }

    @Test
    void what_salesforce_asks_for_is_respected() {
        gate.halted(gate.turn(), new Halt("SERVER_UNAVAILABLE", "Busy.", Optional.of(Duration.ofSeconds(40))));

        assertEquals(Duration.ofSeconds(40), waitOf(gate.turn()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT24H", "P100000D", "PT2562047788015H"})
    void no_wait_that_the_other_side_names_is_longer_than_our_longest(Duration asked) {
        gate.halted(gate.turn(), new Halt("SERVER_UNAVAILABLE", "Busy.", Optional.of(asked)));

        assertEquals(Duration.ofSeconds(60), waitOf(gate.turn()));
    }

    @Test
    void a_wait_below_zero_is_none() {
        gate.halted(gate.turn(), new Halt("SERVER_UNAVAILABLE", "Busy.", Optional.of(Duration.ofSeconds(-86_400))));

        assertTrue(waitOf(gate.turn()).compareTo(Duration.ZERO) > 0);
    }

    @Test
    void without_calls_left_a_named_wait_is_no_longer_than_twice_our_own() {
        gate.halted(gate.turn(), new Halt(Halt.QUOTA_USED_UP, "Used up.", Optional.of(Duration.ofDays(1))));

        assertTrue(waitOf(gate.turn()).compareTo(Duration.ofMinutes(10)) <= 0);
    }

    @Test
    void an_outage_that_flaps_is_told_twice_and_its_waits_go_on_growing() {
        try (LogLines log = new LogLines(OutageGate.class)) {
            Duration longest = Duration.ZERO;
            for (int i = 0; i < 30; i++) {
                gate.halted(gate.turn(), DOWN);
                Duration wait = waitOf(gate.turn());
                longest = longest.compareTo(wait) > 0 ? longest : wait;
                clock.advance(wait);
                gate.answered(gate.turn());
            }
            assertTrue(longest.compareTo(Duration.ofSeconds(30)) > 0, "never waited longer than " + longest);
            assertEquals(3, log.all().size(), () -> log.all().toString());

            clock.advance(Duration.ofMinutes(2));
            gate.turn();
            assertEquals(4, log.all().size(), () -> log.all().toString());
        }
    }

    @Test
    void an_outage_after_a_good_while_is_a_new_one() {
        gate.halted(gate.turn(), DOWN);
        clock.advance(Duration.ofSeconds(2));
        gate.answered(gate.turn());
        clock.advance(Duration.ofMinutes(2));
        gate.halted(gate.turn(), DOWN);

        assertEquals(clock.instant(), gate.outage().orElseThrow().since());
        assertEquals(0, gate.outage().orElseThrow().probes());
    }

    @Test
    void without_calls_left_it_waits_for_minutes() {
        gate.halted(gate.turn(), new Halt(Halt.QUOTA_USED_UP, "TotalRequests Limit exceeded."));

        assertTrue(waitOf(gate.turn()).compareTo(Duration.ofMinutes(5)) >= 0);
    }

    @Test
    void an_outage_lasts_from_its_first_call_however_many_find_it() {
        Turn one = gate.turn();
        Turn two = gate.turn();
        gate.halted(one, DOWN);
        var since = gate.outage().orElseThrow().since();
        clock.advance(Duration.ofMillis(300));
        gate.halted(two, new Halt("OTHER", "Something else."));

        assertEquals(since, gate.outage().orElseThrow().since());
        assertEquals("UNREACHABLE", gate.outage().orElseThrow().halt().code());
    }

    @Test
    void an_outage_is_logged_once_when_it_begins_and_once_when_it_ends() {
        try (LogLines log = new LogLines(OutageGate.class)) {
            gate.halted(gate.turn(), DOWN);
            for (int i = 0; i < 5; i++) {
                clock.advance(Duration.ofSeconds(60));
                gate.halted(gate.turn(), DOWN);
            }
            clock.advance(Duration.ofSeconds(60));
            gate.answered(gate.turn());

            assertEquals(2, log.all().size(), () -> log.all().toString());
            assertTrue(log.all().get(1).contains("PT6M"), () -> log.all().toString());
        }
    }

    @Test
    void calls_are_left_for_people_above_the_share() {
        QuotaReserve quota = new QuotaReserve(OutageSettings.standard());

        quota.note(Optional.of(new ApiUsage(89_999, 100_000)));
        assertTrue(quota.halt().isEmpty());
        quota.note(Optional.of(new ApiUsage(90_000, 100_000)));
        assertEquals(Halt.QUOTA_RESERVED, quota.halt().orElseThrow().code());
        quota.note(Optional.empty());
        assertEquals(Halt.QUOTA_RESERVED, quota.halt().orElseThrow().code());
    }

    private static Duration waitOf(Turn turn) {
        return assertInstanceOf(Turn.Wait.class, turn).time();
    }
}
