package dev.tailback.verification.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A part that ends again and again is started again, neither in a storm nor told each time. */
class KeptUpTest {
    private final List<String> told = new ArrayList<>();
    private final Steps clock = new Steps();
    private int starts;
    private boolean running;
    private boolean refuses;
    private final KeptUp kept = new KeptUp(
            new Parts("part", () -> running, () -> "ended", () -> {
                starts++;
                if (refuses) {
                    throw new IllegalStateException("it cannot.");
                }
                running = true;
            }),
            clock);

    @Test
    void what_ended_is_started_at_once() {
        look();
        assertEquals(1, starts);
        assertEquals(List.of("part ended; starting it again."), told);
    }

    @Test
    void what_ends_again_and_again_is_started_after_growing_pauses_and_told_once() {
        for (int second = 0; second < 600; second++) {
            running = false;
            look();
            clock.pass(Duration.ofSeconds(1));
        }
        assertEquals(15, starts, "after 1, 2, 4, 8, 16, 32 s and then every minute");
        assertEquals(2, told.size(), told::toString);
    }

    @Test
    void what_cannot_be_started_is_told_once_and_tried_on() {
        refuses = true;
        for (int second = 0; second < 300; second++) {
            look();
            clock.pass(Duration.ofSeconds(1));
        }
        assertEquals(2, told.size(), told::toString);
        refuses = false;
        clock.pass(Duration.ofMinutes(1));
        look();
        clock.pass(Duration.ofMinutes(3));
        look();
        assertEquals("part stays up again.", told.get(2));
    }

    @Test
    void what_stayed_up_for_a_while_is_started_at_once_again() {
        look();
        clock.pass(Duration.ofMinutes(2));
        look();
        running = false;
        look();
        assertEquals(2, starts);
        assertEquals(2, told.size(), told::toString);
    }

    private void look() {
        kept.look(told::add);
    }

    private static final class Steps extends Clock {
        private Instant now = Instant.parse("2026-11-28T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

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
