package dev.tailback.worker.drain;

import dev.tailback.queue.Settlement;
import dev.tailback.queue.Unreadable;
import dev.tailback.tracing.Step;
import dev.tailback.tracing.Traces;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.report.WorkerMetrics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one log line, counts once and ends the worker's part of the trace for every settled record: entry, contract
 * and result, never the content.
 */
final class SettlementLog implements Settlement.Cases<Consumer<Step>> {
    private static final Logger LOG = LoggerFactory.getLogger(SettlementLog.class);

    private final WorkerMetrics metrics;
    private final Traces traces;
    private final Instant takenAt;
    private final Map<String, String> contracts = new HashMap<>();
    private final Map<String, String> followed = new HashMap<>();

    SettlementLog(Lease lease, WorkerMetrics metrics, Traces traces) {
        this.metrics = metrics;
        this.traces = traces;
        this.takenAt = lease.takenAt();
        for (UsageRecord record : lease.batch().records()) {
            String key = record.entryId().toString();
            contracts.put(key, record.contractId());
            record.trace().ifPresent(trace -> followed.put(key, trace));
        }
        for (Unreadable value : lease.batch().unreadable()) {
            contracts.put(value.entryKey(), value.group());
        }
    }

    void write(Settlement settlement) {
        Optional<String> trace = Optional.ofNullable(followed.get(settlement.entryKey()));
        traces.tell("usage sent", trace, takenAt, step -> {
            step.with("entry.id", settlement.entryKey()).with("contract.id", contractOf(settlement));
            settlement.settledVersion().ifPresent(version -> step.with("entry.version", version));
            settlement.fold(this).accept(step);
        });
    }

    @Override
    public Consumer<Step> accepted(Settlement.Accepted it) {
        return step -> {
            metrics.accepted();
            about(LOG.atInfo(), it)
                    .log("Entry {} of contract {} accepted in version {}", it.entryKey(), contractOf(it), it.version());
        };
    }

    @Override
    public Consumer<Step> stale(Settlement.Stale it) {
        return step -> {
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
    public Consumer<Step> retryLater(Settlement.RetryLater it) {
        return step -> {
            metrics.retried(it.code());
            step.failed(it.code());
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
    public Consumer<Step> parked(Settlement.Parked it) {
        return step -> {
            metrics.parked(it.code());
            step.failed(it.code());
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
    public Consumer<Step> parkedUnreadable(Settlement.ParkedUnreadable it) {
        return step -> {
            metrics.parked(it.code());
            step.failed(it.code());
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
