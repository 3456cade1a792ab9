package dev.tailback.sync.drain;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.UsageQueue;
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

/** Keeps what is in our hands ours: extends every lease at a third of its time, for as long as the batch is being worked on. */
@Singleton
public final class Leases implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final UsageQueue queue;
    private final Duration length;
    private final Clock clock;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heartbeat =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "lease-heartbeat"));

    Leases(UsageQueue queue, DrainSettings settings, Clock clock) {
        this.queue = queue;
        this.length = settings.lease();
        this.clock = clock;
        long third = Math.max(1, length.toMillis() / 3);
        heartbeat.scheduleWithFixedDelay(this::beat, third, third, TimeUnit.MILLISECONDS);
    }

    Duration length() {
        return length;
    }

    /** @param takenAt our time before the batch was asked for */
    Lease hold(String batchId, Instant takenAt) {
        Lease lease = new Lease(batchId, clock, takenAt.plus(length));
        held.add(lease);
        return lease;
    }

    void letGo(Lease lease) {
        held.remove(lease);
    }

    private void beat() {
        held.forEach(this::extend);
    }

    // A Redis that does not answer is no lost lease: the lease's own end decides.
    private void extend(Lease lease) {
        Instant asked = clock.instant();
        try {
            if (queue.extend(lease.batchId(), length)) {
                lease.extendTo(asked.plus(length));
            } else {
                lease.lose();
            }
        } catch (QueueUnavailable down) {
            log.debug("The lease of batch {} was not extended: {}", lease.batchId(), down.getMessage());
        } catch (RuntimeException unexpected) {
            log.error("The lease of batch {} was not extended", lease.batchId(), unexpected);
        }
    }

    @Override
    public void close() {
        heartbeat.shutdownNow();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
