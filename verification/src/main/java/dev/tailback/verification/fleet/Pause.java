package dev.tailback.verification.fleet;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The one place where the demo waits for time to pass. */
public final class Pause {
    private Pause() {}

    /** A tenth of a second: short enough not to be noticed, long enough not to be busy. */
    public static void briefly() {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
}
