package dev.tailback.app.operator.sync;

import dev.tailback.app.operator.parked.ParkedEntries;
import dev.tailback.app.operator.pause.PauseView;
import dev.tailback.app.operator.pause.SyncPause;
import dev.tailback.app.operator.reconciliation.Reconciliations;
import dev.tailback.app.operator.sync.LedgerFigures.Figures;
import dev.tailback.app.operator.sync.SyncView.ApiUsageView;
import dev.tailback.app.readings.SharedReading;
import dev.tailback.queue.WorkerReport;
import dev.tailback.web.loops.LoopView;
import jakarta.inject.Singleton;
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
    private final SharedReading<String, SyncView> views = new SharedReading<>();

    SyncReading(LedgerFigures ledger, ParkedEntries parked, Way way, SyncPause pause, Reconciliations reconciliations) {
        this.ledger = ledger;
        this.parked = parked;
        this.way = way;
        this.pause = pause;
        this.reconciliations = reconciliations;
    }

    /** Every page that is open asks for it again and again, so people share it. */
    public SyncView now() {
        return views.read("now", this::read);
    }

    private SyncView read() {
        return view(way.queue(), way.workers(), way.loops());
    }

    private SyncView view(QueueView queueView, List<WorkerReport> workers, List<LoopView> loops) {
        Figures figures = ledger.now();
        PauseView held = pause.now();
        List<WorkerView> shown = workers.stream().map(WorkerView::of).toList();
        return new SyncView(
                figures.waiting(),
                Optional.ofNullable(figures.oldestSince()),
                figures.retrying(),
                parked.groups().stream().map(ParkedEntries.Group::view).toList(),
                Optional.ofNullable(figures.lastSuccess()),
                queueView,
                shown,
                loops,
                WayReason.of(held, queueView, shown, loops).stream()
                        .map(WayReason::inEnglish)
                        .toList(),
                held,
                pause.holds(),
                apiUsage(workers),
                GatheringView.of(workers),
                reconciliations.status(),
                way.drift());
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
