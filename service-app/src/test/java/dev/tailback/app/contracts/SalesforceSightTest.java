package dev.tailback.app.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.salesforce.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SalesforceSightTest {

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private final SalesforceSight sight = new SalesforceSight(new Clock() {
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
    });

    @Test
    void a_page_that_cannot_be_read_looks_again_later_and_later() {
        sight.note(failed());
        assertEquals(Duration.ofSeconds(10), sight.lookAgainAfter());
        failsFor(Duration.ofMinutes(1));
        assertEquals(Duration.ofSeconds(30), sight.lookAgainAfter());
        failsFor(Duration.ofDays(3));
        assertEquals(Duration.ofMinutes(2), sight.lookAgainAfter());
    }

    @Test
    void a_reading_that_works_makes_the_next_failure_a_first_one() {
        sight.note(failed());
        failsFor(Duration.ofHours(1));
        sight.note(new Reading.Absent<String>());
        sight.note(failed());
        assertEquals(Duration.ofSeconds(10), sight.lookAgainAfter());
    }

    @Test
    void the_sentence_of_a_failure_is_kept_with_its_code() {
        sight.note(failed());
        SalesforceSight.Trouble trouble = sight.last().orElseThrow().trouble().orElseThrow();
        assertEquals("UNREACHABLE", trouble.code());
        assertTrue(trouble.reason().contains("DNS"));
    }

    private void failsFor(Duration time) {
        now = now.plus(time);
        sight.note(failed());
    }

    private static Reading<String> failed() {
        return new Reading.Unavailable<>("UNREACHABLE", "The name is not known here: check DNS.");
    }
}
