package dev.tailback.worker.drain;

import dev.tailback.queue.Batch;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Unreadable;
import dev.tailback.queue.UsageRecord;
import dev.tailback.worker.report.WorkerMetrics;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one log line and counts once for every settled record: entry, contract and result, never the content. */
final class SettlementLog {
    private static final Logger LOG = LoggerFactory.getLogger(SettlementLog.class);

    private final WorkerMetrics metrics;
    private final Map<String, String> contracts = new HashMap<>();

    SettlementLog(Batch batch, WorkerMetrics metrics) {
        this.metrics = metrics;
        for (UsageRecord record : batch.records()) {
            contracts.put(record.entryId().toString(), record.contractId());
        }
        for (Unreadable value : batch.unreadable()) {
            contracts.put(value.entryKey(), value.contractId());
        }
    }

    void write(Settlement settlement) {
        String entry = settlement.entryKey();
        String contract = contracts.get(entry);
        if (settlement instanceof Settlement.Accepted accepted) {
            metrics.accepted();
            LOG.info("Entry {} of contract {} accepted in version {}", entry, contract, accepted.version());
        } else if (settlement instanceof Settlement.Stale stale) {
            metrics.stale();
            LOG.info(
                    "Entry {} of contract {} settled: Salesforce holds a version newer than {}",
                    entry,
                    contract,
                    stale.version());
        } else if (settlement instanceof Settlement.RetryLater later) {
            metrics.retried(later.code());
            LOG.info(
                    "Entry {} of contract {} comes again in {} ms: {} (attempts {})",
                    entry,
                    contract,
                    later.delay().toMillis(),
                    later.code(),
                    later.attempts());
        } else if (settlement instanceof Settlement.Parked parked) {
            metrics.parked(parked.code());
            LOG.warn(
                    "Entry {} of contract {} parked: {} (attempts {})",
                    entry,
                    contract,
                    parked.code(),
                    parked.attempts());
        } else if (settlement instanceof Settlement.ParkedUnreadable parked) {
            metrics.parked(parked.code());
            LOG.warn("Entry {} of contract {} parked: {}", entry, contract, parked.code());
        }
    }
}
