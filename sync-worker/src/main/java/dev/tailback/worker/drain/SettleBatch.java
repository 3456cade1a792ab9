package dev.tailback.worker.drain;

import dev.tailback.queue.Batch;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Settled;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.UsageQueue;
import dev.tailback.worker.report.WorkerMetrics;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the queue what became of a batch, in one step for all of it. */
@Singleton
public final class SettleBatch {
    private static final Logger LOG = LoggerFactory.getLogger(SettleBatch.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final UsageQueue queue;
    private final Waiting waiting;
    private final WorkerMetrics metrics;
    private final SenderWatch watch;

    SettleBatch(UsageQueue queue, Waiting waiting, WorkerMetrics metrics, SenderWatch watch) {
        this.queue = queue;
        this.waiting = waiting;
        this.metrics = metrics;
        this.watch = watch;
    }

    /** Tries for as long as the lease lasts. What cannot be told is sent once more later, which changes nothing in Salesforce. */
    void settle(Batch batch, SendResult sent, Lease lease) {
        while (!settled(batch, sent)) {
            watch.turned(lease);
            if (waiting.isStopped() || !lease.covers(BETWEEN_TRIES)) {
                LOG.warn("Batch {} could not be settled: its {} records will be sent again", batch.id(), size(batch));
                return;
            }
            waiting.rest(BETWEEN_TRIES);
        }
    }

    private boolean settled(Batch batch, SendResult sent) {
        try {
            if (sent.verdicts().isEmpty() && batch.unreadable().isEmpty()) {
                giveBack(batch);
            } else {
                settle(batch, Settlements.of(batch, sent));
            }
            return true;
        } catch (QueueUnavailable down) {
            LOG.debug("Batch {} is not settled yet: {}", batch.id(), down.getMessage());
            return false;
        }
    }

    private void giveBack(Batch batch) {
        if (queue.release(batch.id(), Duration.ZERO)) {
            LOG.debug("Batch {} given back with {} records, no attempt counted", batch.id(), size(batch));
        }
    }

    private void settle(Batch batch, List<Settlement> settlements) {
        if (queue.settle(batch.id(), settlements) == Settled.LEASE_LOST) {
            LOG.warn("Batch {} had lost its lease: its {} records will be sent again", batch.id(), size(batch));
            return;
        }
        SettlementLog fates = new SettlementLog(batch, metrics);
        settlements.forEach(fates::tell);
    }

    private static int size(Batch batch) {
        return batch.records().size() + batch.unreadable().size();
    }
}
