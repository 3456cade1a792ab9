package dev.tailback.app.operator.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.drift.DriftView;
import dev.tailback.app.operator.holds.HoldView;
import dev.tailback.app.operator.parked.ParkedGroup;
import dev.tailback.app.operator.pause.PauseView;
import dev.tailback.app.operator.reconciliation.ReconciliationStatus;
import dev.tailback.web.loops.LoopView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the way to Salesforce is doing. The figures of the ledger are always there; the queue's part says so when Redis
 * cannot be asked.
 *
 * @param waiting entries Salesforce does not hold yet, without those that retry
 * @param oldestWaitingSince since when the oldest of the waiting and retrying ones waits that no operator holds
 * @param retrying entries refused for now
 * @param parked rejected entries, by code, the largest group first; {@code REPLACED_REJECTED} are those that wait for
 *     another one
 * @param lastSuccess when an entry was last accepted, as far as the ledger knows
 * @param loops the loops of this service app, and the state of each
 * @param pausedBecause why nothing is sent now, one sentence each; empty when the way is free
 * @param pause whether an operator has paused sending, and who paused or resumed it last
 * @param holds what operators hold while everything else goes on
 * @param gathering how workers gather entries so that the day's calls last; empty while they send at once
 * @param drift whether the org has changed since the mapping was put in use, and what to do
 * @param reconciliation what comparing everything with Salesforce last found
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SyncView(
        long waiting,
        Optional<Instant> oldestWaitingSince,
        long retrying,
        List<ParkedGroup> parked,
        Optional<Instant> lastSuccess,
        QueueView queue,
        List<WorkerView> workers,
        List<LoopView> loops,
        List<String> pausedBecause,
        PauseView pause,
        List<HoldView> holds,
        Optional<ApiUsageView> apiUsage,
        Optional<GatheringView> gathering,
        ReconciliationStatus reconciliation,
        DriftView drift) {

    /**
     * Calls of Salesforce's daily allowance.
     *
     * @param used by the whole org in the last 24 hours, as Salesforce last told a worker
     */
    @Serdeable
    public record ApiUsageView(long used, long limit) {}
}
