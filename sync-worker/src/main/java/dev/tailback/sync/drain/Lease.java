package dev.tailback.sync.drain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Our hold on one batch. Counted by our own clock from before Redis was asked, so that it never lasts longer here than there. */
final class Lease {
    private final String batchId;
    private final Clock clock;
    private Instant until;
    private boolean lost;

    Lease(String batchId, Clock clock, Instant until) {
        this.batchId = batchId;
        this.clock = clock;
        this.until = until;
    }

    String batchId() {
        return batchId;
    }

    /** Whether it will still be ours after that time: no call may outlive its lease. */
    synchronized boolean covers(Duration time) {
        return !lost && clock.instant().plus(time).isBefore(until);
    }

    synchronized void extendTo(Instant later) {
        until = later;
    }

    synchronized void lose() {
        lost = true;
    }
}
