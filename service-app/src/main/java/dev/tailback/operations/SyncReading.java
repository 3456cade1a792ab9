package dev.tailback.operations;

import dev.tailback.operations.LedgerFigures.Figures;
import dev.tailback.operations.LedgerFigures.Group;
import dev.tailback.operations.SyncView.ApiUsageView;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.UsageQueue;
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
    private final UsageQueue queue;

    SyncReading(LedgerFigures ledger, UsageQueue queue) {
        this.ledger = ledger;
        this.queue = queue;
    }

    public SyncView now() {
        try {
            return view(QueueView.of(queue.status()), queue.workers());
        } catch (QueueUnavailable unavailable) {
            return view(QueueView.unavailable(unavailable.getMessage()), List.of());
        }
    }

    private SyncView view(QueueView queueView, List<WorkerReport> workers) {
        Figures figures = ledger.now();
        return new SyncView(
                figures.waiting(),
                Optional.ofNullable(figures.oldestSince()),
                figures.retrying(),
                ledger.parked().stream().map(Group::view).toList(),
                Optional.ofNullable(figures.lastSuccess()),
                queueView,
                workers.stream().map(WorkerView::of).toList(),
                pausedBecause(queueView, workers),
                apiUsage(workers));
    }

    private static List<String> pausedBecause(QueueView queue, List<WorkerReport> workers) {
        List<String> reasons = new ArrayList<>();
        if (!queue.state().equals("open")) {
            reasons.add(queueReason(queue));
        } else if (workers.isEmpty()) {
            reasons.add("No sync-worker has reported in the last 30 s. Start one.");
        }
        workers.stream()
                .filter(worker -> worker.state() == WorkerState.OUTAGE)
                .map(worker -> worker.reason().orElse("Salesforce cannot be written to now."))
                .distinct()
                .forEach(reasons::add);
        return List.copyOf(reasons);
    }

    private static String queueReason(QueueView queue) {
        return switch (queue.state()) {
            case "unavailable" -> "The queue cannot be reached: entries are saved here and are sent when it is back.";
            case "paused" -> "Paused by a person: " + queue.reason().orElse("no reason was given");
            default -> "The queue is being rebuilt from the ledger.";
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
