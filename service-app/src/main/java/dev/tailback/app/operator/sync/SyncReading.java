package dev.tailback.app.operator.sync;

import dev.tailback.app.loops.LoopView;
import dev.tailback.app.operator.parked.ParkedEntries;
import dev.tailback.app.operator.pause.PauseView;
import dev.tailback.app.operator.pause.SyncPause;
import dev.tailback.app.operator.reconciliation.Reconciliations;
import dev.tailback.app.operator.sync.LedgerFigures.Figures;
import dev.tailback.app.operator.sync.SyncView.ApiUsageView;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together what ledger, queue and workers know. Works without Redis. */
@Singleton
public class SyncReading {

    private final LedgerFigures ledger;
    private final ParkedEntries parked;
    private final Way way;
    private final SyncPause pause;
    private final Reconciliations reconciliations;

    SyncReading(LedgerFigures ledger, ParkedEntries parked, Way way, SyncPause pause, Reconciliations reconciliations) {
        this.ledger = ledger;
        this.parked = parked;
        this.way = way;
        this.pause = pause;
        this.reconciliations = reconciliations;
    }

    public SyncView now() {
        return view(way.queue(), way.workers(), way.loops());
    }

    private SyncView view(QueueView queueView, List<WorkerReport> workers, List<LoopView> loops) {
        Figures figures = ledger.now();
        PauseView held = pause.now();
        return new SyncView(
                figures.waiting(),
                Optional.ofNullable(figures.oldestSince()),
                figures.retrying(),
                parked.groups().stream().map(ParkedEntries.Group::view).toList(),
                Optional.ofNullable(figures.lastSuccess()),
                queueView,
                workers.stream().map(WorkerView::of).toList(),
                loops,
                pausedBecause(held, queueView, workers, loops),
                held,
                apiUsage(workers),
                reconciliations.status());
    }

    private static List<String> pausedBecause(
            PauseView pause, QueueView queue, List<WorkerReport> workers, List<LoopView> loops) {
        List<String> reasons = new ArrayList<>();
        if (pause.paused()) {
            reasons.add("Paused by " + pause.who() + ": " + pause.reason());
        }
        if (!queue.state().equals("open")) {
            queueReason(pause, queue).ifPresent(reasons::add);
        } else if (workers.isEmpty()) {
            reasons.add("No sync-worker has reported in the last 30 s. Start one.");
        }
        workers.stream()
                .filter(worker -> worker.state() == WorkerState.OUTAGE)
                .map(worker -> worker.reason().orElse("Salesforce cannot be written to now."))
                .distinct()
                .forEach(reasons::add);
        loops.stream()
                .filter(LoopView::asksForANewStart)
                .map(loop -> "The service app's " + loop.name() + " is stuck: start the service app again.")
                .forEach(reasons::add);
        return List.copyOf(reasons);
    }

    private static Optional<String> queueReason(PauseView pause, QueueView queue) {
        return switch (queue.state()) {
            case "unavailable" ->
                Optional.of(
                        queue.available()
                                ? "A part of the queue cannot be reached: entries of its contracts are saved here and are sent when it"
                                        + " is back; the others go on."
                                : "The queue cannot be reached: entries are saved here and are sent when it is back.");
            case "refusing" ->
                Optional.of("The queue takes nothing new: entries are saved here and are sent when it does again. "
                        + queue.reason().orElse("") + ".");
            case "paused" ->
                pause.paused()
                        ? Optional.empty()
                        : Optional.of("Paused by a person: " + queue.reason().orElse("no reason was given"));
            default -> Optional.of("The queue is being rebuilt from the ledger.");
        };
    }

    /** Of the worker that was seen last, since the figure is the org's. */
    private static Optional<ApiUsageView> apiUsage(List<WorkerReport> workers) {
        return workers.stream()
                .filter(worker ->
                        worker.apiUsed().isPresent() && worker.apiLimit().isPresent())
                .max(Comparator.comparing(WorkerReport::seenAt))
                .map(worker -> new ApiUsageView(
                        worker.apiUsed().getAsLong(), worker.apiLimit().getAsLong()));
    }
}
