package dev.tailback.worker.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NextLookTest {
    private final NextLook look = new NextLook(50_000);

    @Test
    void while_a_job_has_not_begun_it_asks_more_and_more_seldom() {
        assertEquals(Duration.ofSeconds(1), look.untilThen());
        look.learns(0, Duration.ofSeconds(1));
        assertEquals(Duration.ofSeconds(2), look.untilThen());
        look.learnsNothing();
        assertEquals(Duration.ofSeconds(4), look.untilThen());
        for (int i = 0; i < 10; i++) {
            look.learns(0, Duration.ofSeconds(10));
        }
        assertEquals(Duration.ofSeconds(30), look.untilThen());
    }

    @Test
    void when_it_makes_progress_it_asks_when_it_should_be_over() {
        look.learns(10_000, Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(22), look.untilThen());
        look.learns(45_000, Duration.ofSeconds(27));
        assertEquals(Duration.ofMillis(3_300), look.untilThen());
    }

    @Test
    void whatever_salesforce_tells_it_waits_a_second_and_half_a_minute_at_most() {
        look.learns(1, Duration.ofSeconds(20));
        assertEquals(Duration.ofSeconds(30), look.untilThen());
        look.learns(Long.MAX_VALUE, Duration.ofSeconds(20));
        assertEquals(Duration.ofSeconds(1), look.untilThen());
    }
}
