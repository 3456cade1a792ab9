package dev.tailback.app.drift;

import dev.tailback.app.contracts.SalesforceSight;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.WorkerReport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether something was refused since the last look that may come from another schema: by word of workers, outcomes and
 * readings.
 */
@Singleton
class SmellReading {

    /** The same refusal, as long as it lasts, makes nobody look more often than this. */
    private static final Duration SAME_REFUSAL = Duration.ofMinutes(5);

    private final SchemaSmells smells;
    private final EntryQueue queue;
    private final SalesforceSight sight;

    SmellReading(SchemaSmells smells, EntryQueue queue, SalesforceSight sight) {
        this.smells = smells;
        this.queue = queue;
        this.sight = sight;
    }

    boolean isNew(Watch watch, Instant now) {
        boolean isHeard = smells.take();
        return isHeard
                || sight.last().stream().anyMatch(last -> isOfReading(last, watch))
                || workers().stream().anyMatch(worker -> isOfWorker(worker, watch, now));
    }

    private static boolean isOfReading(SalesforceSight.LastReading last, Watch watch) {
        boolean isSmell = last.trouble()
                .map(SalesforceSight.Trouble::code)
                .filter(SchemaSmells::isOne)
                .isPresent();
        return isSmell && watch.begun().filter(last.at()::isBefore).isEmpty();
    }

    private static boolean isOfWorker(WorkerReport worker, Watch watch, Instant now) {
        boolean isSmell = worker.code().filter(SchemaSmells::isOne).isPresent();
        return isSmell
                && watch.begun()
                        .filter(begun -> begun.isAfter(worker.since())
                                && begun.plus(SAME_REFUSAL).isAfter(now))
                        .isEmpty();
    }

    private List<WorkerReport> workers() {
        try {
            return queue.operations().workers();
        } catch (QueueUnavailable away) {
            return List.of();
        }
    }
}
