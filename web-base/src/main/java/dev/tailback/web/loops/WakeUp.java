package dev.tailback.web.loops;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How the loops wait: for a time, or until a call. Calls while no loop waits count as one. */
public final class WakeUp {

    private final Semaphore calls = new Semaphore(0);

    /** Ends the wait, or makes the next one return at once. */
    public void now() {
        calls.release();
    }

    /** Waits for a call, but no longer than this. */
    public void await(Duration atMost) throws InterruptedException {
        Loop.waits(atMost);
        if (calls.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            calls.drainPermits();
        }
        Loop.signOfLife();
    }
}
