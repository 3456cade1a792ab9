package dev.tailback.worker.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.salesforce.ApiUsage;
import dev.tailback.testkit.SettableClock;
import dev.tailback.worker.LogLines;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitBreakerTest {
    private static final PauseReason DOWN = new PauseReason("UNREACHABLE", "Salesforce cannot be reached.");

    private final SettableClock clock = new SettableClock();
    private final CircuitBreaker breaker = new CircuitBreaker(BreakerSettings.standard(), clock, new Random(7));

    @Test
    void every_call_is_allowed_while_salesforce_answers() {
        assertInstanceOf(Permission.Granted.class, breaker.ask());
        assertTrue(breaker.outage().isEmpty());
    }

    @Test
    void the_first_call_that_finds_an_outage_opens_the_circuit() {
        breaker.failed(breaker.ask(), DOWN);

        assertInstanceOf(Permission.Denied.class, breaker.ask());
        assertEquals("UNREACHABLE", breaker.outage().orElseThrow().cause().code());
    }

    @Test
    void one_probe_at_a_time_is_allowed() {
        breaker.failed(breaker.ask(), DOWN);
        clock.advance(Duration.ofSeconds(2));

        assertInstanceOf(Permission.Probe.class, breaker.ask());
        assertInstanceOf(Permission.Denied.class, breaker.ask());
    }

    @Test
    void a_probe_without_anything_to_send_allows_the_next_one() {
        breaker.failed(breaker.ask(), DOWN);
        clock.advance(Duration.ofSeconds(2));
        breaker.released(breaker.ask());

        assertInstanceOf(Permission.Probe.class, breaker.ask());
    }

    @Test
    void an_answered_probe_closes_the_circuit() {
        breaker.failed(breaker.ask(), DOWN);
        clock.advance(Duration.ofSeconds(2));
        breaker.succeeded(breaker.ask());

        assertInstanceOf(Permission.Granted.class, breaker.ask());
    }

    @Test
    void an_answer_to_a_call_from_before_the_outage_does_not_close_the_circuit() {
        Permission early = breaker.ask();
        breaker.failed(breaker.ask(), DOWN);
        breaker.succeeded(early);

        assertInstanceOf(Permission.Denied.class, breaker.ask());
    }

    @Test
    void waits_grow_up_to_a_minute() {
        breaker.failed(breaker.ask(), DOWN);
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 30; i++) {
            Duration wait = waitOf(breaker.ask());
            assertTrue(wait.compareTo(Duration.ofSeconds(60)) <= 0, "waits " + wait);
            longest = longest.compareTo(wait) > 0 ? longest : wait;
            clock.advance(wait);
            breaker.failed(breaker.ask(), DOWN);
        }
        assertTrue(longest.compareTo(Duration.ofSeconds(30)) > 0, "never waited longer than " + longest);
    }

    @Test
    void a_retry_after_of_salesforce_is_respected() {
        breaker.failed(
                breaker.ask(), new PauseReason("SERVER_UNAVAILABLE", "Busy.", Optional.of(Duration.ofSeconds(40))));

        assertEquals(Duration.ofSeconds(40), waitOf(breaker.ask()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT24H", "P100000D", "PT2562047788015H"})
    void a_retry_after_counts_up_to_our_longest_wait(Duration asked) {
        breaker.failed(breaker.ask(), new PauseReason("SERVER_UNAVAILABLE", "Busy.", Optional.of(asked)));

        assertEquals(Duration.ofSeconds(60), waitOf(breaker.ask()));
    }

    @Test
    void a_negative_retry_after_is_ignored() {
        breaker.failed(
                breaker.ask(),
                new PauseReason("SERVER_UNAVAILABLE", "Busy.", Optional.of(Duration.ofSeconds(-86_400))));

        assertTrue(waitOf(breaker.ask()).compareTo(Duration.ZERO) > 0);
    }

    @Test
    void without_calls_left_a_retry_after_counts_up_to_twice_our_own_wait() {
        breaker.failed(
                breaker.ask(), new PauseReason(PauseReason.QUOTA_USED_UP, "Used up.", Optional.of(Duration.ofDays(1))));

        assertTrue(waitOf(breaker.ask()).compareTo(Duration.ofMinutes(10)) <= 0);
    }

    @Test
    void an_outage_that_flaps_is_logged_twice_and_its_waits_go_on_growing() {
        try (LogLines log = new LogLines(CircuitBreaker.class)) {
            Duration longest = Duration.ZERO;
            for (int i = 0; i < 30; i++) {
                breaker.failed(breaker.ask(), DOWN);
                Duration wait = waitOf(breaker.ask());
                longest = longest.compareTo(wait) > 0 ? longest : wait;
                clock.advance(wait);
                breaker.succeeded(breaker.ask());
            }
            assertTrue(longest.compareTo(Duration.ofSeconds(30)) > 0, "never waited longer than " + longest);
            assertEquals(3, log.all().size(), () -> log.all().toString());

            clock.advance(Duration.ofMinutes(2));
            breaker.ask();
            assertEquals(4, log.all().size(), () -> log.all().toString());
        }
    }

    @Test
    void an_outage_after_a_longer_time_without_one_is_new() {
        breaker.failed(breaker.ask(), DOWN);
        clock.advance(Duration.ofSeconds(2));
        breaker.succeeded(breaker.ask());
        clock.advance(Duration.ofMinutes(2));
        breaker.failed(breaker.ask(), DOWN);

        assertEquals(clock.instant(), breaker.outage().orElseThrow().since());
        assertEquals(0, breaker.outage().orElseThrow().probes());
    }

    @Test
    void without_calls_left_it_waits_for_minutes() {
        breaker.failed(breaker.ask(), new PauseReason(PauseReason.QUOTA_USED_UP, "TotalRequests Limit exceeded."));

        assertTrue(waitOf(breaker.ask()).compareTo(Duration.ofMinutes(5)) >= 0);
    }

    @Test
    void an_outage_lasts_from_the_first_call_that_finds_it() {
        Permission one = breaker.ask();
        Permission two = breaker.ask();
        breaker.failed(one, DOWN);
        var since = breaker.outage().orElseThrow().since();
        clock.advance(Duration.ofMillis(300));
        breaker.failed(two, new PauseReason("OTHER", "Something else."));

        assertEquals(since, breaker.outage().orElseThrow().since());
        assertEquals("UNREACHABLE", breaker.outage().orElseThrow().cause().code());
    }

    @Test
    void an_outage_is_logged_once_when_it_begins_and_once_when_it_ends() {
        try (LogLines log = new LogLines(CircuitBreaker.class)) {
            breaker.failed(breaker.ask(), DOWN);
            for (int i = 0; i < 5; i++) {
                clock.advance(Duration.ofSeconds(60));
                breaker.failed(breaker.ask(), DOWN);
            }
            clock.advance(Duration.ofSeconds(60));
            breaker.succeeded(breaker.ask());

            assertEquals(2, log.all().size(), () -> log.all().toString());
            assertTrue(log.all().get(1).contains("PT6M"), () -> log.all().toString());
        }
    }

    @Test
    void above_the_share_the_remaining_calls_are_left_for_people() {
        QuotaReserve quota = new QuotaReserve(BreakerSettings.standard());

        quota.note(Optional.of(new ApiUsage(89_999, 100_000)));
        assertTrue(quota.pause().isEmpty());
        quota.note(Optional.of(new ApiUsage(90_000, 100_000)));
        assertEquals(PauseReason.QUOTA_RESERVED, quota.pause().orElseThrow().code());
        quota.note(Optional.empty());
        assertEquals(PauseReason.QUOTA_RESERVED, quota.pause().orElseThrow().code());
    }

    private static Duration waitOf(Permission permission) {
        return assertInstanceOf(Permission.Denied.class, permission).time();
    }
}
