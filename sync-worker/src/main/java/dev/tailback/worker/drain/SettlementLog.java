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
import org.slf4j.spi.LoggingEventBuilder;

/** Writes one log line and counts once for every settled record: entry, contract and result, never the content. */
final class SettlementLog implements Settlement.Cases<Runnable> {
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
        settlement.fold(this).run();
    }

    @Override
    public Runnable accepted(Settlement.Accepted it) {
        return () -> {
            metrics.accepted();
            about(LOG.atInfo(), it)
                    .log("Entry {} of contract {} accepted in version {}", it.entryKey(), contractOf(it), it.version());
        };
    }

    @Override
    public Runnable stale(Settlement.Stale it) {
        return () -> {
            metrics.stale();
            about(LOG.atInfo(), it)
                    .log(
                            "Entry {} of contract {} settled: Salesforce holds a version newer than {}",
                            it.entryKey(),
                            contractOf(it),
                            it.version());
        };
    }

    @Override
    public Runnable retryLater(Settlement.RetryLater it) {
        return () -> {
            metrics.retried(it.code());
            about(LOG.atInfo(), it)
                    .log(
                            "Entry {} of contract {} comes again in {} ms: {} (attempts {})",
                            it.entryKey(),
                            contractOf(it),
                            it.delay().toMillis(),
                            it.code(),
                            it.attempts());
        };
    }

    @Override
    public Runnable parked(Settlement.Parked it) {
        return () -> {
            metrics.parked(it.code());
            about(LOG.atWarn(), it)
                    .log(
                            "Entry {} of contract {} parked: {} (attempts {})",
                            it.entryKey(),
                            contractOf(it),
                            it.code(),
                            it.attempts());
        };
    }

    @Override
    public Runnable parkedUnreadable(Settlement.ParkedUnreadable it) {
        return () -> {
            metrics.parked(it.code());
            about(LOG.atWarn(), it).log("Entry {} of contract {} parked: {}", it.entryKey(), contractOf(it), it.code());
        };
    }

    /** The ids are fields of their own where the log is JSON. */
    private LoggingEventBuilder about(LoggingEventBuilder line, Settlement it) {
        return line.addKeyValue("entryId", it.entryKey()).addKeyValue("contractId", contractOf(it));
    }

    private String contractOf(Settlement settlement) {
        return contracts.getOrDefault(settlement.entryKey(), "unknown");
    }
}
