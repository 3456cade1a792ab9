package dev.tailback.worker.drain;

import dev.tailback.usage.UsageBatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A batch that this worker holds, and until when. The time runs by our own clock from before Redis was asked, so that
 * the lease never lasts longer here than there.
 */
final class Lease {
    private final UsageBatch batch;
    private final Clock clock;
    private final Instant takenAt;
    private Instant until;
    private Instant turnedAt;
    private boolean lost;

    Lease(UsageBatch batch, Clock clock, Instant until) {
        this.batch = batch;
        this.clock = clock;
        this.takenAt = clock.instant();
        this.until = until;
        this.turnedAt = takenAt;
    }

    UsageBatch batch() {
        return batch;
    }

    Instant takenAt() {
        return takenAt;
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
