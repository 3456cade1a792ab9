package dev.tailback.worker.drain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Our hold on one batch. Counted by our own clock from before Redis was asked, so that it never lasts longer here than there. */
final class Lease {
    private final String batchId;
    private final Clock clock;
    private Instant until;
    private Instant turnedAt;
    private boolean lost;

    Lease(String batchId, Clock clock, Instant until) {
        this.batchId = batchId;
        this.clock = clock;
        this.until = until;
        this.turnedAt = clock.instant();
    }

    String batchId() {
        return batchId;
    }

    /** Whether it will still be ours after that time: no call may outlive its lease. */
    synchronized boolean covers(Duration time) {
        return !lost && clock.instant().plus(time).isBefore(until);
    }

    /** Its sender has shown that it is alive. */
    synchronized void turned() {
        turnedAt = clock.instant();
    }

    synchronized boolean isSilentFor(Duration longest) {
        return turnedAt.plus(longest).isBefore(clock.instant());
    }

    synchronized void extendTo(Instant later) {
        until = later;
    }

    synchronized void lose() {
        lost = true;
    }
}
