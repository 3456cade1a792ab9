package dev.tailback.worker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.worker.LogLines;
import dev.tailback.worker.SettableClock;
import dev.tailback.worker.loops.SignsOfLife;
import dev.tailback.worker.waiting.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingTest {
    private final SettableClock clock = new SettableClock();
    private final Waiting waiting = new Waiting();
    private final Standing standing = new Standing(clock, waiting, new SignsOfLife(clock));

    @Test
    void down_is_logged_once_and_back_once_with_its_duration() {
        try (LogLines log = new LogLines(Standing.class)) {
            standing.queueDown("Redis cannot be reached");
            standing.queueDown("Redis cannot be reached");
            clock.advance(Duration.ofSeconds(90));
            standing.queueAnswers();
            standing.queueAnswers();

            assertEquals(2, log.all().size(), () -> log.all().toString());
            assertEquals("The queue is back after PT1M30S", log.all().get(1));
        }
    }

    @Test
    void a_pause_that_outlives_a_broken_redis_is_still_a_pause() {
        standing.paused("the org is being upgraded");
        standing.queueDown("Redis cannot be reached");
        standing.queueAnswers();
        standing.paused("the org is being upgraded");

        assertEquals("PAUSED", standing.hold().orElseThrow().code());
    }

    @Test
    void every_change_wakes_whoever_tells_it_and_nothing_else_does() {
        long before = waiting.mark();
        standing.works();
        assertEquals(before, waiting.mark());
        standing.shut();
        standing.shut();
        assertEquals(before + 1, waiting.mark());
        standing.works();
        assertTrue(standing.hold().isEmpty());
        assertEquals(before + 2, waiting.mark());
    }
}
