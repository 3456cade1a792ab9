package dev.tailback.worker.drain;

import dev.tailback.queue.Batch;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Take;
import dev.tailback.queue.UsageQueue;
import dev.tailback.worker.report.QueueAccess;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Asks the queue for work, and waits a little when there is none: for an offer, for a retry that falls due, for a person or for a rebuild. */
@Singleton
public final class NextBatch {
    /** Only bounds how long a stop may take to be noticed: an offer ends the wait at once. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Neither the end of a pause nor of a rebuild wakes us, so we look. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final UsageQueue queue;
    private final Leases leases;
    private final QueueAccess queueAccess;
    private final Waiting waiting;
    private final Clock clock;
    private String batchId = newId();

    NextBatch(UsageQueue queue, Leases leases, QueueAccess queueAccess, Waiting waiting, Clock clock) {
        this.queue = queue;
        this.leases = leases;
        this.queueAccess = queueAccess;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Empty when there is nothing to do just now; it may have waited.
     *
     * @throws dev.tailback.queue.QueueUnavailable while Redis cannot be reached
     */
    Optional<Taken> take(int limit) {
        Instant asked = clock.instant();
        Take take = ask(limit);
        if (take instanceof Batch batch) {
            // Not before: a take whose answer was lost must be asked for again under the same id.
            batchId = newId();
            queueAccess.works();
            return Optional.of(new Taken(batch, leases.hold(batch.id(), asked)));
        }
        await(take);
        return Optional.empty();
    }

    // The id is kept when the answer is lost, and no longer: an id that the queue will not have must not be asked for
    // again and again.
    private Take ask(int limit) {
        try {
            Take take = queue.take(batchId, limit, leases.length());
            queueAccess.queueAnswers();
            return take;
        } catch (QueueUnavailable lost) {
            queueAccess.queueDown(lost.getMessage());
            throw lost;
        } catch (RuntimeException unexpected) {
            batchId = newId();
            throw unexpected;
        }
    }

    private void await(Take take) {
        if (take instanceof Take.Nothing nothing) {
            queueAccess.works();
            queue.awaitWork(nothing.untilNextDue()
                    .filter(due -> due.compareTo(IDLE) < 0)
                    .orElse(IDLE));
        } else if (take instanceof Take.Paused paused) {
            queueAccess.paused(paused.reason());
            waiting.rest(LOOK_AGAIN);
        } else if (take instanceof Take.Shut) {
            queueAccess.shut();
            waiting.rest(LOOK_AGAIN);
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
