package dev.tailback.verification.torture;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The one place where the run lets time pass. */
final class Wait {
    private static final long STEP_MS = 50;

    private Wait() {}

    /** @throws TortureEnded if the run is ended meanwhile */
    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new TortureEnded();
        }
    }

    /** @return whether it became so within the time */
    static boolean until(BooleanSupplier isSo, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            millis(STEP_MS);
        }
        return true;
    }
}
