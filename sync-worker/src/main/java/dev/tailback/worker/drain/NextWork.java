package dev.tailback.worker.drain;

import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.bulk.Backlog;
import dev.tailback.worker.bulk.BulkSettings;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what the next sender gets: one record as a probe, a batch for a call, or the batches of a long backlog. */
@Singleton
final class NextWork {
    private static final int ONE_RECORD = 1;
    /** The most that the queue gives at once. */
    private static final int LARGEST_TAKE = 2_000;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final NextBatch next;
    private final Backlog backlog;
    private final Waiting waiting;
    private final BulkSettings bulk;
    private final int batchSize;

    NextWork(NextBatch next, Backlog backlog, Waiting waiting, BulkSettings bulk, DrainSettings settings) {
        this.next = next;
        this.backlog = backlog;
        this.waiting = waiting;
        this.bulk = bulk;
        this.batchSize = settings.batchSize();
    }

    /**
     * Empty when there is no work now; it may have waited.
     *
     * @throws dev.tailback.queue.QueueUnavailable while Redis cannot be reached
     */
    Optional<Work> take(Permission permission) {
        if (permission.isProbe()) {
            return next.take(ONE_RECORD).map(Work::of);
        }
        return switch (backlog.stand()) {
            case SHORT -> next.take(batchSize).map(Work::of);
            case LONG -> ofBacklog();
            case JOB_RUNS -> {
                waiting.rest(LOOK_AGAIN);
                yield Optional.empty();
            }
        };
    }

    private Optional<Work> ofBacklog() {
        List<Lease> leases = new ArrayList<>();
        try {
            gather(leases);
        } catch (RuntimeException | Error failed) {
            // What is taken is worked all the same, or it would wait for its leases to end. The next round fails again.
            if (leases.isEmpty()) {
                backlog.ended();
                throw failed;
            }
        }
        if (leases.isEmpty()) {
            backlog.ended();
            return Optional.empty();
        }
        return Optional.of(asJobIfWorthIt(leases));
    }

    private Work asJobIfWorthIt(List<Lease> leases) {
        Work work = new Work(leases, true, backlog::ended);
        if (work.records() >= bulk.fewest()) {
            return work;
        }
        backlog.givesTooLittle();
        return new Work(leases, false, backlog::ended);
    }

    private void gather(List<Lease> leases) {
        int records = 0;
        int got = LARGEST_TAKE;
        while (got >= LARGEST_TAKE / 2 && records < bulk.most()) {
            Optional<Lease> lease = next.take(Math.min(LARGEST_TAKE, bulk.most() - records));
            got = lease.map(taken -> taken.batch().records().size()).orElse(0);
            records += got;
            lease.ifPresent(leases::add);
        }
    }
}
