package dev.tailback.localservices;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another process does without notice: looks every 10 ms. */
final class Await {
    private static final long PAUSE_MS = 10;

    private Await() {}

    /** @return whether the condition held within the time */
    static boolean until(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceFailed("Interrupted while waiting for a local service", interrupted);
        }
    }
}
