package dev.tailback.app.doctor;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Without a worker nothing is sent. */
@Singleton
@Order(7)
class WorkersCheck implements Check {

    private static final String AREA = "Workers";

    private final EntryQueue queue;

    WorkersCheck(EntryQueue queue) {
        this.queue = queue;
    }

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Line> look() {
        try {
            List<WorkerReport> workers = queue.operations().workers();
            return workers.isEmpty()
                    ? List.of(none())
                    : workers.stream().map(WorkersCheck::line).toList();
        } catch (QueueUnavailable away) {
            return List.of(Line.of(
                    Verdict.UNKNOWN,
                    AREA,
                    "seen",
                    "Workers report over Redis, which does not answer.",
                    "Mend Redis first."));
        }
    }

    private static Line none() {
        return Line.of(
                Verdict.BROKEN,
                AREA,
                "seen",
                "No worker was heard of within 30 s, so nothing is sent to Salesforce.",
                "Start one with './tailback sync-worker', with the same REDIS_URI as the service app.");
    }

    private static Line line(WorkerReport worker) {
        String state = worker.state().name().toLowerCase(Locale.ROOT);
        if (worker.state() == WorkerState.OUTAGE) {
            return Line.of(
                    Verdict.BROKEN,
                    AREA,
                    worker.workerId(),
                    "It cannot send: " + worker.reason().orElse("it does not say why."),
                    "Look up " + worker.code().orElse("its code") + " in docs/errors.md.");
        }
        return Line.held(AREA, worker.workerId(), "Seen at " + worker.seenAt() + ", " + state + ".");
    }
}
