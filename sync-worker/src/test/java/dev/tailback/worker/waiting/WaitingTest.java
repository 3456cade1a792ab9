package dev.tailback.worker.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void a_stop_also_ends_waits_elsewhere_and_a_change_does_not() {
        Waiting waiting = new Waiting();
        CountDownLatch elsewhere = new CountDownLatch(1);
        waiting.alsoEnds(elsewhere::countDown);
        waiting.wake();
        assertEquals(1, elsewhere.getCount());
        waiting.stop();
        assertEquals(0, elsewhere.getCount());
    }
}
