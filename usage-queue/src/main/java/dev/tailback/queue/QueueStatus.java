package dev.tailback.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The queue at one moment.
 *
 * @param open whether every shard that answers was built in this very Redis; if not, nothing is offered or taken there until it is rebuilt
 * @param rebuilding whether a service app is rebuilding it now
 * @param readyContracts contracts that a worker could take at once
 * @param waitingRecords records not in any worker's hands and not delayed
 * @param recordsInFlight records in workers' hands
 * @param batchesInFlight batches in workers' hands
 * @param delayedRecords records that wait for their next attempt
 * @param longestWait how long the contract at the head has been ready
 * @param paused by a person, if so
 * @param outcomesWaiting outcomes the ledger has not acknowledged yet
 * @param outcomesAside outcomes nobody could read, kept for a person
 * @param refusal why Redis, or a part of it, refuses offers now although it answers, if it does: a sentence for people
 * @param warnings what is set wrong in Redis, with the mend: sentences for people
 * @param unavailable shards that do not answer: what they hold is missing in the figures. Always empty with one shard, where asking throws
 */
public record QueueStatus(
        boolean open,
        boolean rebuilding,
        long readyContracts,
        long waitingRecords,
        long recordsInFlight,
        long batchesInFlight,
        long delayedRecords,
        Optional<Duration> longestWait,
        Optional<Pause> paused,
        long outcomesWaiting,
        long outcomesAside,
        Optional<String> refusal,
        List<String> warnings,
        List<Unavailable> unavailable) {
    private static final String PARTLY = " (in a part of the queue only)";

    /** Two shards as one queue. */
    QueueStatus plus(QueueStatus other) {
        return new QueueStatus(
                open && other.open,
                rebuilding || other.rebuilding,
                readyContracts + other.readyContracts,
                waitingRecords + other.waitingRecords,
                recordsInFlight + other.recordsInFlight,
                batchesInFlight + other.batchesInFlight,
                delayedRecords + other.delayedRecords,
                Stream.of(longestWait, other.longestWait)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder()),
                both(paused, other.paused),
                outcomesWaiting + other.outcomesWaiting,
                outcomesAside + other.outcomesAside,
                refusal.or(other::refusal),
                Stream.concat(warnings.stream(), other.warnings.stream())
                        .distinct()
                        .toList(),
                unavailable);
    }

    QueueStatus without(List<Unavailable> shards) {
        return new QueueStatus(
                open,
                rebuilding,
                readyContracts,
                waitingRecords,
                recordsInFlight,
                batchesInFlight,
                delayedRecords,
                longestWait,
                paused,
                outcomesWaiting,
                outcomesAside,
                refusal,
                warnings,
                List.copyOf(shards));
    }

    // Whoever compares this with what should be must see that the queue is neither quite paused nor quite not.
    private static Optional<Pause> both(Optional<Pause> one, Optional<Pause> other) {
        boolean same = one.map(Pause::reason).equals(other.map(Pause::reason));
        return same ? one : one.or(() -> other).map(Pause::partly);
    }

    /** Who pauses says why. */
    public record Pause(String reason, Instant since) {
        private Pause partly() {
            return reason.endsWith(PARTLY) ? this : new Pause(reason + PARTLY, since);
        }
    }

    /** @param reason a sentence for people, which begins with whom it is about */
    public record Unavailable(int shard, String reason) {}
}
