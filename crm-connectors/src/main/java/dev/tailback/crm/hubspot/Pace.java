package dev.tailback.crm.hubspot;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keeps searches apart, since HubSpot takes five a second of a whole account. */
final class Pace {

    private static final long APART = TimeUnit.MILLISECONDS.toNanos(230);

    private long next = System.nanoTime();

    /** Waits until the next one may be sent, a moment at most for each that is before it. */
    void keep() {
        long wait = reserve() - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        long mine = next - now > 0 ? next : now;
        next = mine + APART;
        return mine;
    }
}
