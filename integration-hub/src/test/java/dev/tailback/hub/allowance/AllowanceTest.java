package dev.tailback.hub.allowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.hub.simulation.SimulatedHub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two hubs, as two processes on one database, share the allowance of one CRM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllowanceTest {

    private static final String CRM = "sales";

    private SimulatedHub one;
    private SimulatedHub other;

    @BeforeAll
    void start() {
        one = SimulatedHub.start(List.of());
        other = one.beside();
    }

    @AfterAll
    void end() {
        other.close();
        one.close();
    }

    @BeforeEach
    void forget() {
        one.execute("truncate crm_allowance, crm_calls, crm_pause");
    }

    @Test
    void calls_of_all_hubs_are_counted_by_day_and_priority() {
        learn(one, may(one, Priority.LIVE), answered(500, 1_000, 4));
        learn(other, may(other, Priority.LIVE), answered(499, 1_000, 1));
        may(other, Priority.BACKFILL);

        assertEquals(Map.of(Priority.LIVE, 5L, Priority.BACKFILL, 1L), state().callsToday());
    }

    @Test
    void the_calls_of_92_days_are_kept() {
        one.execute("insert into crm_calls select '" + CRM
                + "', current_date - day, 'LIVE', 1 from generate_series(1, 200) day");

        may(one, Priority.LIVE);

        assertTrue(one.bean(CrmStates.class).calls(CRM, 1_000).size() <= 92);
        assertEquals(1, one.bean(CrmStates.class).calls(CRM, 1).size());
    }

    @Test
    void while_told_to_wait_no_hub_sends_for_anybody() {
        learn(one, may(one, Priority.LIVE), toldToWait(Duration.ofMinutes(10)));

        for (Priority priority : Priority.values()) {
            assertEquals(WaitKind.TOLD_TO_WAIT, wait(one, priority).kind());
            assertEquals(WaitKind.TOLD_TO_WAIT, wait(other, priority).kind());
        }
        assertTrue(wait(other, Priority.LIVE).left().compareTo(Duration.ofMinutes(9)) > 0);
        assertEquals(CrmState.Kind.WAITING, state().kind());
    }

    @Test
    void a_shorter_wait_does_not_end_a_longer_one() {
        Turn.May late = may(other, Priority.LIVE);
        learn(one, may(one, Priority.LIVE), toldToWait(Duration.ofMinutes(10)));

        learn(other, late, toldToWait(Duration.ofSeconds(1)));

        assertTrue(wait(one, Priority.LIVE).left().compareTo(Duration.ofMinutes(9)) > 0);
    }

    @Test
    void a_call_that_was_out_and_is_answered_does_not_end_what_the_crm_told() {
        Turn.May late = may(other, Priority.LIVE);
        learn(one, may(one, Priority.LIVE), toldToWait(Duration.ofMinutes(10)));

        learn(other, late, answered(500, 1_000, 1));

        assertEquals(WaitKind.TOLD_TO_WAIT, wait(one, Priority.PERSON).kind());
    }

    @Test
    void when_the_told_time_is_over_calls_go_on() {
        learn(one, may(one, Priority.LIVE), toldToWait(Duration.ofMinutes(10)));

        one.execute("update crm_allowance set wait_until = now() - interval '1 second'");

        may(other, Priority.LIVE);
    }

    @Test
    void a_backfill_stops_before_live_changes_and_these_before_a_person() {
        learn(one, may(one, Priority.LIVE), answered(400, 1_000, 1));
        assertEquals(WaitKind.SHARE_USED, wait(other, Priority.BACKFILL).kind());
        learn(one, may(one, Priority.LIVE), answered(200, 1_000, 1));
        assertEquals(WaitKind.SHARE_USED, wait(other, Priority.LIVE).kind());
        learn(one, may(one, Priority.PERSON), answered(50, 1_000, 1));

        assertEquals(WaitKind.SHARE_USED, wait(other, Priority.PERSON).kind());
        assertEquals(CrmState.Kind.SHARE_USED, state().kind());
    }

    @Test
    void calls_that_are_out_count_before_the_crm_tells_of_them() {
        learn(one, may(one, Priority.LIVE), answered(202, 1_000, 1));

        may(one, Priority.LIVE);
        may(other, Priority.LIVE);

        assertEquals(WaitKind.SHARE_USED, wait(one, Priority.LIVE).kind());
    }

    @Test
    void a_used_up_share_is_looked_at_by_one_call_after_a_while() {
        learn(one, may(one, Priority.LIVE), answered(100, 1_000, 1));
        one.execute("update crm_allowance set looked_at = now() - interval '11 minutes'");

        assertEquals(Turn.Purpose.LOOK, may(one, Priority.LIVE).purpose());
        assertEquals(WaitKind.SHARE_USED, wait(other, Priority.LIVE).kind());
    }

    @Test
    void a_crm_that_tells_nothing_is_called_until_it_says_stop() {
        learn(one, may(one, Priority.BACKFILL), Lesson.of(new Answer.Given<>(1), Allowance.UNTOLD, Instant.now(), 1));

        may(other, Priority.BACKFILL);
    }

    @Test
    void in_an_outage_one_call_at_a_time_probes_over_all_hubs() {
        learn(one, may(one, Priority.LIVE), outage());
        assertEquals(WaitKind.OUTAGE, wait(one, Priority.LIVE).kind());
        assertEquals(WaitKind.OUTAGE, wait(other, Priority.PERSON).kind());

        probeIsDue();

        assertEquals(Turn.Purpose.PROBE, may(other, Priority.LIVE).purpose());
        assertEquals(WaitKind.OUTAGE, wait(one, Priority.PERSON).kind());
    }

    @Test
    void each_failed_probe_waits_longer_and_since_when_stays() {
        learn(one, may(one, Priority.LIVE), outage());
        Instant since = state().since().orElseThrow();
        Duration before = wait(one, Priority.LIVE).left();

        for (int probe = 0; probe < 5; probe++) {
            probeIsDue();
            learn(other, may(other, Priority.LIVE), outage());
        }

        assertTrue(wait(one, Priority.LIVE).left().compareTo(before.multipliedBy(8)) > 0);
        assertEquals(since, state().since().orElseThrow());
    }

    @Test
    void calls_that_fail_late_make_no_probe_wait_longer() {
        Turn.May late = may(other, Priority.LIVE);
        learn(one, may(one, Priority.LIVE), outage());
        Instant next = wait(one, Priority.LIVE).until();

        learn(other, late, outage());

        assertEquals(next, wait(one, Priority.LIVE).until());
    }

    @Test
    void an_answer_ends_the_outage_also_when_it_is_a_refusal() {
        learn(one, may(one, Priority.LIVE), outage());
        probeIsDue();

        learn(
                other,
                may(other, Priority.LIVE),
                Lesson.of(new Answer.Refused<>("NO_RIGHT", "No."), Allowance.UNTOLD, Instant.now(), 1));

        may(one, Priority.BACKFILL);
        assertEquals(CrmState.Kind.CONNECTED, state().kind());
        assertEquals(Optional.empty(), state().reason());
    }

    @Test
    void a_probe_whose_hub_has_died_is_given_up() {
        learn(one, may(one, Priority.LIVE), outage());
        probeIsDue();
        may(other, Priority.LIVE);

        one.execute("update crm_allowance set probe_until = now() - interval '1 second'");

        assertEquals(Turn.Purpose.PROBE, may(one, Priority.LIVE).purpose());
    }

    @Test
    void a_person_is_told_since_when_a_crm_is_down_and_when_it_is_tried_again() {
        learn(one, may(one, Priority.LIVE), outage());

        CrmState state = state();

        assertEquals(CrmState.Kind.OUTAGE, state.kind());
        assertTrue(state.reason().orElseThrow().endsWith("It cannot be reached: check the address."));
        assertTrue(state.nextCallAt().orElseThrow().isAfter(state.since().orElseThrow()));
        probeIsDue();
        assertEquals(CrmState.Kind.OUTAGE, state().kind(), "a probe that is due is no connection");
    }

    @Test
    void a_pause_holds_for_all_hubs_until_an_operator_resumes_and_is_recorded() {
        assertTrue(one.bean(PauseCrm.class).pause(CRM, "olga", "they move house"));
        assertFalse(other.bean(PauseCrm.class).pause(CRM, "otto", "again"));

        assertEquals(WaitKind.PAUSED, wait(other, Priority.PERSON).kind());
        assertEquals(CrmState.Kind.PAUSED, state().kind());
        assertTrue(state().reason().orElseThrow().contains("olga"));

        assertTrue(other.bean(PauseCrm.class).resume(CRM, "otto", ""));
        assertFalse(other.bean(PauseCrm.class).resume(CRM, "otto", ""));
        may(one, Priority.BACKFILL);
        assertEquals(
                List.of("otto RESUMED ", "olga PAUSED they move house"),
                one.bean(PauseCrm.class).acts(CRM, 10).stream()
                        .map(act -> act.who() + " " + act.act() + " " + act.note())
                        .toList());
    }

    @Test
    void a_crm_cannot_hold_us_for_longer_than_a_day() {
        learn(one, may(one, Priority.LIVE), toldToWait(Duration.ofDays(4_000)));

        assertTrue(wait(one, Priority.LIVE).left().compareTo(Duration.ofHours(24)) <= 0);
    }

    private void probeIsDue() {
        one.execute("update crm_allowance set next_probe_at = now() - interval '1 millisecond'");
    }

    private static void learn(SimulatedHub hub, Turn.May may, Lesson lesson) {
        hub.bean(Allowances.class).learn(may, lesson);
    }

    private static Turn.May may(SimulatedHub hub, Priority priority) {
        return hub.bean(Allowances.class).ask(CRM, priority).fold(may -> may, wait -> {
            throw new AssertionError(wait.reason());
        });
    }

    private static Turn.Wait wait(SimulatedHub hub, Priority priority) {
        return hub.bean(Allowances.class)
                .ask(CRM, priority)
                .fold(
                        may -> {
                            throw new AssertionError("it may be sent: " + may);
                        },
                        wait -> wait);
    }

    private CrmState state() {
        return other.bean(CrmStates.class).of(CRM).orElseThrow();
    }

    private static Lesson answered(long left, long most, long calls) {
        return Lesson.of(
                new Answer.Given<>(1),
                new Allowance(OptionalLong.of(left), OptionalLong.of(most), Optional.empty()),
                Instant.now(),
                calls);
    }

    private static Lesson toldToWait(Duration time) {
        return Lesson.of(
                new Answer.Unavailable<>("SECONDLY", "Our calls are too many.", Optional.of(time)),
                Allowance.UNTOLD,
                Instant.now(),
                1);
    }

    private static Lesson outage() {
        return Lesson.of(
                new Answer.Unavailable<>("UNREACHABLE", "It cannot be reached: check the address.", Optional.empty()),
                Allowance.UNTOLD,
                Instant.now(),
                1);
    }
}
