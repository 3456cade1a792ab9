package dev.tailback.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The queue at one moment.
 *
 * @param open whether every shard was built in this very Redis; if not, nothing is offered or taken there until it is rebuilt
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
        long outcomesAside) {

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
                paused.or(other::paused),
                outcomesWaiting + other.outcomesWaiting,
                outcomesAside + other.outcomesAside);
    }

    /** Who pauses says why. */
    public record Pause(String reason, Instant since) {}
}
