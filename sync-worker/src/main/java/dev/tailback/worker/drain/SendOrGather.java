package dev.tailback.worker.drain;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.worker.breaker.CircuitBreaker;
import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.pace.Pace;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Asks before each take whether it may be sent now: the circuit breaker first, then the pace. While the day's calls are
 * scarce, records gather in the queue until the pace allows the next call or a batch is full: waiting saves nothing
 * then. A probe never waits for the pace.
 */
@Singleton
final class SendOrGather {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final CircuitBreaker breaker;
    private final Pace pace;
    private final EntryQueue queue;
    private final FullBatch full;

    SendOrGather(CircuitBreaker breaker, Pace pace, EntryQueue queue, DrainSettings settings) {
        this.breaker = breaker;
        this.pace = pace;
        this.queue = queue;
        this.full = new FullBatch(settings.batchSize());
    }

    /** A granted permission need not come back; the others go to {@link #released} if nothing is sent. */
    Permission ask() {
        Permission permission = breaker.ask();
        if (permission.isProbe() || permission.waitBefore().isPresent()) {
            return permission;
        }
        Duration wait = pace.untilNext();
        if (wait.isZero() || !mayGather()) {
            return permission;
        }
        pace.waits();
        return new Permission.Denied(wait.compareTo(LOOK) < 0 ? wait : LOOK);
    }

    void released(Permission permission) {
        breaker.released(permission);
    }

    void taken() {
        pace.taken();
    }

    // A queue that is away, shut or paused is no reason to wait here: the take says so and costs no call.
    private boolean mayGather() {
        try {
            return full.gathers(queue.operations().status());
        } catch (QueueUnavailable down) {
            return false;
        }
    }
}
