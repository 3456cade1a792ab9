package dev.tailback.worker.report;

import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.salesforce.ApiUsage;
import dev.tailback.worker.breaker.CircuitBreaker;
import dev.tailback.worker.breaker.Outage;
import dev.tailback.worker.breaker.QuotaReserve;
import dev.tailback.worker.pace.Pace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes one report of what the worker is doing. If it is not sending: why, since when and what comes next. */
@Singleton
public final class Reports {
    private final WorkerId workerId;
    private final QueueAccess queueAccess;
    private final CircuitBreaker breaker;
    private final QuotaReserve quota;
    private final Pace pace;
    private final WorkerMetrics metrics;

    Reports(
            WorkerId workerId,
            QueueAccess queueAccess,
            CircuitBreaker breaker,
            QuotaReserve quota,
            Pace pace,
            WorkerMetrics metrics) {
        this.workerId = workerId;
        this.queueAccess = queueAccess;
        this.breaker = breaker;
        this.quota = quota;
        this.pace = pace;
        this.metrics = metrics;
    }

    /** An obstacle in the queue comes first: during an outage, a pause by a person is what has to end first. */
    public WorkerReport now() {
        Optional<QueueAccess.Obstacle> obstacle = queueAccess.obstacle();
        if (obstacle.isPresent()) {
            return blocked(obstacle.get());
        }
        return breaker.outage().map(this::during).orElseGet(this::atWork);
    }

    public WorkerReport stopping() {
        return report(WorkerState.STOPPING, Optional.empty(), Optional.empty(), queueAccess.since(), Optional.empty());
    }

    private WorkerReport blocked(QueueAccess.Obstacle obstacle) {
        return report(
                obstacle.kind() == QueueAccess.Obstacle.Kind.PERSON ? WorkerState.PAUSED : WorkerState.IDLE,
                Optional.of(obstacle.code()),
                Optional.of(obstacle.reason()),
                queueAccess.since(),
                Optional.empty());
    }

    private WorkerReport during(Outage outage) {
        return report(
                WorkerState.OUTAGE,
                Optional.of(outage.cause().code()),
                Optional.of(outage.cause().reason()),
                outage.since(),
                Optional.of(outage.nextProbeAt()));
    }

    private WorkerReport atWork() {
        int inJob = metrics.recordsInJob();
        if (inJob > 0) {
            return report(
                    WorkerState.DRAINING,
                    Optional.of("BULK_JOB"),
                    Optional.of("A Bulk job with " + inJob + " records runs in Salesforce; they wait for its end."),
                    queueAccess.since(),
                    Optional.empty());
        }
        WorkerState state = metrics.callsInFlight() > 0 ? WorkerState.DRAINING : WorkerState.IDLE;
        return report(state, Optional.empty(), Optional.empty(), queueAccess.since(), Optional.empty());
    }

    private WorkerReport report(
            WorkerState state, Optional<String> code, Optional<String> reason, Instant since, Optional<Instant> probe) {
        Optional<ApiUsage> api = quota.last();
        return new WorkerReport(
                workerId.text(),
                state,
                code,
                reason,
                since,
                probe,
                api.map(usage -> OptionalLong.of(usage.used())).orElseGet(OptionalLong::empty),
                api.map(usage -> OptionalLong.of(usage.limit())).orElseGet(OptionalLong::empty),
                metrics.callsInFlight(),
                pace.now().map(now -> new WorkerReport.Gathering(now.every(), now.until())),
                since);
    }
}
