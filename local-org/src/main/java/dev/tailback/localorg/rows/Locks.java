package dev.tailback.localorg.rows;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Who may write what. A lock is held by a transaction until it ends. */
public final class Locks {

    private final Map<Object, Transaction> holders = new ConcurrentHashMap<>();
    private final AtomicLong clashes = new AtomicLong();
    private final Duration wait;

    public Locks(Duration wait) {
        this.wait = wait;
    }

    long deadline() {
        return System.nanoTime() + wait.toNanos();
    }

    /** How often a transaction had to wait for another one. */
    public long clashes() {
        return clashes.get();
    }

    /** False when another transaction still holds it at the deadline. */
    boolean acquire(Object key, Transaction mine, long deadline) {
        boolean waited = false;
        while (true) {
            Transaction holder = holders.putIfAbsent(key, mine);
            if (holder == null || holder == mine) {
                mine.locked(key);
                return true;
            }
            if (!waited) {
                clashes.incrementAndGet();
                waited = true;
            }
            if (!ended(holder, deadline)) {
                return false;
            }
        }
    }

    private static boolean ended(Transaction holder, long deadline) {
        try {
            return holder.end().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void release(Object key, Transaction mine) {
        holders.remove(key, mine);
    }
}
