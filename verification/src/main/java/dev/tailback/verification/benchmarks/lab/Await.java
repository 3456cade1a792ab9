package dev.tailback.verification.benchmarks.lab;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The one place where a measurement lets time pass. */
public final class Await {
    private static final Duration STEP = Duration.ofMillis(50);

    private Await() {}

    /** @throws IllegalStateException naming what did not happen */
    public static void until(String what, Duration limit, BooleanSupplier isSo) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("After " + limit.toSeconds() + " s it was not so that " + what);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    public static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
