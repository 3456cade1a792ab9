package dev.tailback.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private final SetClock clock = new SetClock();
    private final FailedLogins failures = new FailedLogins(clock);

    @Test
    void five_wrong_passwords_cost_nothing() {
        fail(4);
        assertEquals(Duration.ZERO, failures.wait("service", "127.0.0.1"));
    }

    @Test
    void the_pause_doubles_up_to_half_a_minute() {
        fail(5);
        assertEquals(Duration.ofSeconds(1), failures.wait("service", "127.0.0.1"));
        fail(2);
        assertEquals(Duration.ofSeconds(4), failures.wait("service", "127.0.0.1"));
        fail(50);
        assertEquals(Duration.ofSeconds(30), failures.wait("service", "127.0.0.1"));
    }

    @Test
    void the_pause_ends() {
        fail(5);
        clock.now = clock.now.plusSeconds(2);
        assertTrue(failures.wait("service", "127.0.0.1").isNegative());
    }

    @Test
    void a_right_password_forgets_the_wrong_ones() {
        fail(9);
        failures.right("service", "127.0.0.1");
        assertEquals(Duration.ZERO, failures.wait("service", "127.0.0.1"));
    }

    @Test
    void the_same_name_at_another_address_does_not_wait() {
        fail(9);
        assertEquals(Duration.ZERO, failures.wait("service", "10.0.0.7"));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            failures.wrong("service", "127.0.0.1");
        }
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
