package dev.tailback.worker.drain;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.usage.UsageBatch;
import dev.tailback.worker.loops.Failures;
import dev.tailback.worker.loops.Loops;
import dev.tailback.worker.loops.SignsOfLife;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the batches that this worker holds: extends every lease at a third of its time, as long as its sender works on
 * it.
 */
@Singleton
public final class Leases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private static final String NAME = "lease-heartbeat";
    private static final Duration SPARE = Duration.ofMinutes(2);

    private final EntryQueue queue;
    private final Duration length;
    private final Duration longestTurn;
    private final Clock clock;
    private final SignsOfLife signs;
    private final Failures failures;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heartbeat =
            Executors.newSingleThreadScheduledExecutor(work -> Loops.daemon(work, NAME));

    Leases(EntryQueue queue, DrainSettings settings, Clock clock, SignsOfLife signs, Failures failures) {
        this.queue = queue;
        this.length = settings.lease();
        this.longestTurn = settings.longestTurn();
        this.clock = clock;
        this.signs = signs;
        this.failures = failures;
        long third = Math.max(1, length.toMillis() / 3);
        signs.begins(NAME, length.plus(SPARE));
        heartbeat.scheduleWithFixedDelay(this::beat, third, third, TimeUnit.MILLISECONDS);
    }

    Duration length() {
        return length;
    }

    /** @param takenAt our time before the batch was asked for */
    Lease hold(UsageBatch batch, Instant takenAt) {
        Lease lease = new Lease(batch, clock, takenAt.plus(length));
        held.add(lease);
        return lease;
    }

    void letGo(Lease lease) {
        held.remove(lease);
    }

    // An exception would end a scheduled task for ever, without a word in the log.
    private void beat() {
        try {
            signs.turned(NAME);
            held.forEach(this::keep);
        } catch (Throwable unexpected) {
            failures.met(NAME, unexpected);
        }
    }

    // A sender that hangs must not keep its contracts for ever: it may not send any more, and the lease runs out.
    private void keep(Lease lease) {
        if (lease.isSilentFor(longestTurn)) {
            LOG.warn(
                    "The sender of batch {} hangs: its lease is not extended any more",
                    lease.batch().id());
            lease.lose();
            letGo(lease);
        } else {
            extend(lease);
        }
    }

    // No answer from Redis does not mean that the lease is lost: its own end decides.
    private void extend(Lease lease) {
        Instant asked = clock.instant();
        try {
            if (queue.extend(lease.batch().id(), length)) {
                lease.extendTo(asked.plus(length));
            } else {
                lease.lose();
            }
        } catch (QueueUnavailable down) {
            LOG.debug(
                    "The lease of batch {} was not extended: {}", lease.batch().id(), down.getMessage());
        } catch (RuntimeException unexpected) {
            failures.met(NAME, unexpected);
        }
    }

    @Override
    public void close() {
        heartbeat.shutdownNow();
    }
}
