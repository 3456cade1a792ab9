package dev.tailback.verification.torture.wire;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When Redis dies it forgets which worker holds which contract. The queue is rebuilt within a second, and hands the
 * contracts out again, while those who held them before may still be at their calls, for no longer than a lease.
 */
public final class RedisMemory {
    private final LongSupplier nanoTime;
    private boolean gone;
    private long unsureUntil;

    public RedisMemory(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.unsureUntil = nanoTime.getAsLong();
    }

    /** Redis is killed. */
    public synchronized void lose() {
        gone = true;
    }

    /** Another Redis runs in its place. */
    public synchronized void beginAnew(Duration lease) {
        gone = false;
        unsureUntil = nanoTime.getAsLong() + lease.toNanos();
    }

    /** Whether two may hold one contract now, both in good faith. */
    synchronized boolean isUnsure() {
        return gone || nanoTime.getAsLong() < unsureUntil;
    }
}
