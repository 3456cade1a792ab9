package dev.tailback.worker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.testkit.SettableClock;
import dev.tailback.worker.LogLines;
import dev.tailback.worker.loops.SignsOfLife;
import dev.tailback.worker.waiting.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueAccessTest {
    private final SettableClock clock = new SettableClock();
    private final Waiting waiting = new Waiting();
    private final QueueAccess queueAccess = new QueueAccess(clock, waiting, new SignsOfLife(clock));

    @Test
    void down_is_logged_once_and_back_once_with_its_duration() {
        try (LogLines log = new LogLines(QueueAccess.class)) {
            queueAccess.queueDown("Redis cannot be reached");
            queueAccess.queueDown("Redis cannot be reached");
            clock.advance(Duration.ofSeconds(90));
            queueAccess.queueAnswers();
            queueAccess.queueAnswers();

            assertEquals(2, log.all().size(), () -> log.all().toString());
            assertEquals("The queue is back after PT1M30S", log.all().get(1));
        }
    }

    @Test
    void a_pause_that_outlives_a_broken_redis_is_still_a_pause() {
        queueAccess.paused("the org is being upgraded");
        queueAccess.queueDown("Redis cannot be reached");
        queueAccess.queueAnswers();
        queueAccess.paused("the org is being upgraded");

        assertEquals("PAUSED", queueAccess.obstacle().orElseThrow().code());
    }

    @Test
    void every_change_wakes_the_heartbeat_and_nothing_else_does() {
        long before = waiting.mark();
        queueAccess.works();
        assertEquals(before, waiting.mark());
        queueAccess.shut();
        queueAccess.shut();
        assertEquals(before + 1, waiting.mark());
        queueAccess.works();
        assertTrue(queueAccess.obstacle().isEmpty());
        assertEquals(before + 2, waiting.mark());
    }
}
