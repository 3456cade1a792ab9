package dev.tailback.worker.drain;

import dev.tailback.queue.Batch;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Take;
import dev.tailback.usage.UsageBatch;
import dev.tailback.worker.mapping.WorkerMapping;
import dev.tailback.worker.report.QueueAccess;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks the queue for work. Without work it waits: for an offer, for a retry that falls due, for a person, for a rebuild
 * or for the mapping.
 */
@Singleton
public final class NextBatch {
    /** An offer and a stop end the wait at once; this limits it where one of them just misses it. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Neither the end of a pause nor the end of a rebuild wakes us, so we look. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final EntryQueue queue;
    private final Leases leases;
    private final WorkerMapping mapping;
    private final QueueAccess queueAccess;
    private final Waiting waiting;
    private final Clock clock;
    private String batchId = newId();

    NextBatch(
            EntryQueue queue,
            Leases leases,
            WorkerMapping mapping,
            QueueAccess queueAccess,
            Waiting waiting,
            Clock clock) {
        this.queue = queue;
        this.leases = leases;
        this.mapping = mapping;
        this.queueAccess = queueAccess;
        this.waiting = waiting;
        this.clock = clock;
        waiting.alsoEnds(queue::leaveWait);
    }

    /**
     * Empty when there is no work now; it may have waited.
     *
     * @throws dev.tailback.queue.QueueUnavailable while Redis cannot be reached
     */
    Optional<Lease> take(int limit) {
        Instant asked = clock.instant();
        return ask(limit)
                .fold(batch -> taken(batch, asked), this::noWork, this::shut, this::paused, this::otherMapping);
    }

    private Optional<Lease> taken(Batch batch, Instant asked) {
        // Not earlier: a take whose answer was lost must be repeated under the same id.
        batchId = newId();
        queueAccess.works();
        return Optional.of(leases.hold(UsageBatch.of(batch), asked));
    }

    private Optional<Lease> noWork(Take.Nothing nothing) {
        queueAccess.works();
        queue.awaitWork(
                nothing.untilNextDue().filter(due -> due.compareTo(IDLE) < 0).orElse(IDLE));
        return Optional.empty();
    }

    private Optional<Lease> shut() {
        queueAccess.shut();
        waiting.rest(LOOK_AGAIN);
        return Optional.empty();
    }

    private Optional<Lease> paused(Take.Paused paused) {
        queueAccess.paused(paused.reason());
        waiting.rest(LOOK_AGAIN);
        return Optional.empty();
    }

    /** The id stays: a take that was repeated because its answer was lost may have its batch. */
    private Optional<Lease> otherMapping() {
        if (!mapping.learn()) {
            waiting.rest(LOOK_AGAIN);
        }
        return Optional.empty();
    }

    // The id is kept only while the answer is lost: an id that the queue refuses must not be used again and again.
    private Take ask(int limit) {
        try {
            Take take = queue.take(batchId, limit, leases.length(), mapping.stamp());
            queueAccess.queueAnswers();
            return take;
        } catch (QueueUnavailable lost) {
            queueAccess.queueDown(String.valueOf(lost.getMessage()));
            throw lost;
        } catch (RuntimeException unexpected) {
            batchId = newId();
            throw unexpected;
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
