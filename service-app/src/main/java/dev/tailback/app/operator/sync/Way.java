package dev.tailback.app.operator.sync;

import dev.tailback.app.drift.DriftReading;
import dev.tailback.app.drift.DriftView;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.WorkerReport;
import dev.tailback.web.loops.LoopView;
import dev.tailback.web.loops.Loops;
import jakarta.inject.Singleton;
import java.util.List;

/** The way to Salesforce: the queue, and who moves entries along it. */
@Singleton
class Way {

    private final EntryQueue queue;
    private final Loops loops;
    private final DriftReading drift;

    Way(EntryQueue queue, Loops loops, DriftReading drift) {
        this.queue = queue;
        this.loops = loops;
        this.drift = drift;
    }

    /** Whether the org at its end is as it was. */
    DriftView drift() {
        return drift.now();
    }

    QueueView queue() {
        try {
            return QueueView.of(queue.operations().status());
        } catch (QueueUnavailable unavailable) {
            return QueueView.unavailable(unavailable.getMessage());
        }
    }

    /** Told by every part of Redis, so also while another part is away. */
    List<WorkerReport> workers() {
        try {
            return queue.operations().workers();
        } catch (QueueUnavailable unavailable) {
            return List.of();
        }
    }

    /** Of this service app. */
    List<LoopView> loops() {
        return loops.views();
    }
}
