package dev.tailback.worker.waiting;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one place where the worker waits. A waiting thread wakes when something has changed, and when the worker stops.
 */
@Singleton
public final class Waiting {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Runnable> otherWaits = new CopyOnWriteArrayList<>();
    private long changes;
    private boolean stopped;

    /** The number of changes so far. Take it before you look, so that no change is missed. */
    public long mark() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the time is over, something has changed since the mark, or the worker stops. */
    public void forChange(long mark, Duration longest) {
        await(longest, mark);
    }

    /** Waits until the time is over or the worker stops. */
    public void rest(Duration time) {
        await(time, -1);
    }

    /** @param end lets a thread go on that waits elsewhere, when the worker stops */
    public void alsoEnds(Runnable end) {
        otherWaits.add(end);
    }

    public void wake() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        otherWaits.forEach(Runnable::run);
    }

    public boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    private void await(Duration longest, long mark) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (left > 0 && !stopped && (mark < 0 || mark == changes)) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped = true;
        } finally {
            lock.unlock();
        }
    }
}
