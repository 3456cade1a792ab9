package dev.tailback.worker.report;

import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.salesforce.ApiUsage;
import dev.tailback.worker.outage.Outage;
import dev.tailback.worker.outage.OutageGate;
import dev.tailback.worker.outage.QuotaReserve;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Says in one report what the worker is doing, and if it is not sending, why, since when and what comes next. */
@Singleton
public final class Reports {
    private final WorkerId workerId;
    private final Standing standing;
    private final OutageGate gate;
    private final QuotaReserve quota;
    private final WorkerMetrics metrics;

    Reports(WorkerId workerId, Standing standing, OutageGate gate, QuotaReserve quota, WorkerMetrics metrics) {
        this.workerId = workerId;
        this.standing = standing;
        this.gate = gate;
        this.quota = quota;
        this.metrics = metrics;
    }

    /** What keeps the worker from taking comes first: in an outage a pause by a person is what has to end first. */
    public WorkerReport now() {
        Optional<Standing.Hold> hold = standing.hold();
        if (hold.isPresent()) {
            return held(hold.get());
        }
        return gate.outage().map(this::during).orElseGet(this::atWork);
    }

    public WorkerReport stopping() {
        return report(WorkerState.STOPPING, Optional.empty(), Optional.empty(), standing.since(), Optional.empty());
    }

    private WorkerReport held(Standing.Hold hold) {
        return report(
                hold.kind() == Standing.Hold.Kind.BY_A_PERSON ? WorkerState.PAUSED : WorkerState.IDLE,
                Optional.of(hold.code()),
                Optional.of(hold.reason()),
                standing.since(),
                Optional.empty());
    }

    private WorkerReport during(Outage outage) {
        return report(
                WorkerState.OUTAGE,
                Optional.of(outage.halt().code()),
                Optional.of(outage.halt().reason()),
                outage.since(),
                Optional.of(outage.nextProbeAt()));
    }

    private WorkerReport atWork() {
        WorkerState state = metrics.callsInFlight() > 0 ? WorkerState.DRAINING : WorkerState.IDLE;
        return report(state, Optional.empty(), Optional.empty(), standing.since(), Optional.empty());
    }

    private WorkerReport report(
            WorkerState state, Optional<String> code, Optional<String> reason, Instant since, Optional<Instant> probe) {
        Optional<ApiUsage> api = quota.last();
        return new WorkerReport(
                workerId.name(),
                state,
                code,
                reason,
                since,
                probe,
                api.map(usage -> OptionalLong.of(usage.used())).orElseGet(OptionalLong::empty),
                api.map(usage -> OptionalLong.of(usage.limit())).orElseGet(OptionalLong::empty),
                metrics.callsInFlight(),
                since);
    }
}
