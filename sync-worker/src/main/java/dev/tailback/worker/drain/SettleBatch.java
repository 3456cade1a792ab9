package dev.tailback.worker.drain;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Settled;
import dev.tailback.queue.Settlement;
import dev.tailback.tracing.Step;
import dev.tailback.tracing.Traces;
import dev.tailback.usage.UsageBatch;
import dev.tailback.worker.report.WorkerMetrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the queue what to do with each record of a batch, in one step for the whole batch. */
@Singleton
public final class SettleBatch {
    private static final Logger LOG = LoggerFactory.getLogger(SettleBatch.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final EntryQueue queue;
    private final WorkerMetrics metrics;
    private final SenderWatch watch;
    private final Traces traces;

    SettleBatch(EntryQueue queue, WorkerMetrics metrics, SenderWatch watch, Traces traces) {
        this.queue = queue;
        this.metrics = metrics;
        this.watch = watch;
        this.traces = traces;
    }

    /** Tries until the lease ends. A batch that stays unsettled is sent again, which changes nothing in Salesforce. */
    void settle(Lease lease, SendResult result) {
        UsageBatch batch = lease.batch();
        while (!settled(lease, result)) {
            if (!watch.mayGoOn(lease, BETWEEN_TRIES)) {
                LOG.warn("Batch {} could not be settled: its {} records will be sent again", batch.id(), size(batch));
                return;
            }
            watch.rested(BETWEEN_TRIES);
        }
    }

    private boolean settled(Lease lease, SendResult result) {
        UsageBatch batch = lease.batch();
        try {
            if (result.decided().isEmpty() && batch.unreadable().isEmpty()) {
                giveBack(batch);
            } else {
                settleOnce(lease, result);
            }
            return true;
        } catch (QueueUnavailable down) {
            LOG.debug("Batch {} is not settled yet: {}", batch.id(), down.getMessage());
            return false;
        }
    }

    private void giveBack(UsageBatch batch) {
        if (queue.release(batch.id(), Duration.ZERO)) {
            LOG.debug("Batch {} given back with {} records, no attempt counted", batch.id(), size(batch));
        }
    }

    private void settleOnce(Lease lease, SendResult result) {
        UsageBatch batch = lease.batch();
        List<Settlement> settlements = result.settlements(batch);
        Settled settled = Step.in("queue settle", step -> queue.settle(batch.id(), settlements, result.attempts()));
        if (settled == Settled.LEASE_LOST) {
            LOG.warn("Batch {} had lost its lease: its {} records will be sent again", batch.id(), size(batch));
            return;
        }
        SettlementLog log = new SettlementLog(lease, metrics, traces);
        settlements.forEach(log::write);
    }

    private static int size(UsageBatch batch) {
        return batch.records().size() + batch.unreadable().size();
    }
}
