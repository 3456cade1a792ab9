package dev.tailback.verification.fleet;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The one place where the demo, a run or a measurement lets time pass. */
public final class Await {
    private static final long STEP_MS = 50;

    private Await() {}

    /** @throws Ended if the run is ended meanwhile */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Ended();
        }
    }

    /** As exact as the machine allows, for measurements that keep a pace. */
    public static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** @return whether the condition was met within the time */
    public static boolean until(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            millis(STEP_MS);
        }
        return true;
    }

    /** @throws IllegalStateException naming the condition that was not met in time */
    public static void require(String condition, Duration limit, BooleanSupplier isMet) {
        if (!until(isMet, limit)) {
            throw new IllegalStateException("After " + limit.toSeconds() + " s it was not so that " + condition);
        }
    }
}
