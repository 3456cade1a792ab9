package dev.tailback.crm.salesforce;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How time passes while a job is waited for.
 *
 * @param nanos from any beginning
 */
record JobClock(LongSupplier nanos, Rest rest) {

    /** A wait. */
    @FunctionalInterface
    interface Rest {

        /** @return false when somebody wants this thread to end */
        boolean rest(Duration time);
    }

    static JobClock real() {
        return new JobClock(System::nanoTime, JobClock::sleep);
    }

    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Patience begin() {
        return new Patience(this);
    }
}
