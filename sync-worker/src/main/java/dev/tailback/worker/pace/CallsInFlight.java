package dev.tailback.worker.pace;

import dev.tailback.salesforce.usage.Delivery;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The places for calls at one time: as many as {@link ConcurrencyLimit} allows now. */
@Singleton
public final class CallsInFlight {
    private final ConcurrencyLimit limit;
    private final PaceSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private int taken;

    public CallsInFlight(PaceSettings settings) {
        this.limit = new ConcurrencyLimit(settings.leastInFlight(), settings.mostInFlight());
        this.settings = settings;
    }

    /** The most there ever are. */
    public int most() {
        return settings.mostInFlight();
    }

    public int allowed() {
        return limit.allowed();
    }

    /** Waits for a place and takes it; follow it with {@link #free}. */
    public boolean awaitPlace(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (taken >= limit.allowed()) {
                if (left <= 0) {
                    return false;
                }
                left = freed.awaitNanos(left);
            }
            taken++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void free() {
        lock.lock();
        try {
            taken--;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A call begins; tell {@link #ended} what this says. */
    public long begins() {
        return limit.begins();
    }

    /** A call of so many records has ended, and may change how many there are. */
    public void ended(long begun, int records, Duration took, Delivery delivery) {
        limit.ended(CallEnd.of(delivery), begun, records, took, taken());
    }

    /**
     * Whether fewer calls at one time are the answer to a failure with this code, so that the others go on: when
     * Salesforce ran too many, and several of them were ours.
     */
    public boolean fewerWillDo(String code) {
        return code.equals(CallEnd.TOO_MANY_CODE) && settings.leastInFlight() < settings.mostInFlight() && taken() > 1;
    }

    private int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
