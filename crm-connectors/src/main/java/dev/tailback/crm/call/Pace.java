package dev.tailback.crm.call;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Keeps calls apart, where a CRM takes only so many a second. */
public final class Pace {

    private final long apart;
    private long next = System.nanoTime();

    /** @param apart between the beginnings of two calls */
    public Pace(Duration apart) {
        this.apart = apart.toNanos();
    }

    /** Waits until the next one may be sent, a moment at most for each that is before it. */
    public void keep() {
        long wait = reserve() - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        long mine = next - now > 0 ? next : now;
        next = mine + apart;
        return mine;
    }
}
