package dev.tailback.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The queue at one moment.
 *
 * @param open whether every shard that answers was built in this very Redis; if not, nothing is offered or taken there
 *     until it is rebuilt
 * @param rebuilding whether an owner is rebuilding it now
 * @param readyGroups groups that a worker could take at once
 * @param waitingEntries entries not in any worker's hands and not delayed
 * @param entriesInFlight entries in workers' hands
 * @param batchesInFlight batches in workers' hands
 * @param delayedEntries entries that wait for their next attempt
 * @param longestWait how long the group at the head has been ready
 * @param the pause that an operator began, if there is one
 * @param outcomesWaiting outcomes the ledger has not acknowledged yet
 * @param outcomesAside outcomes that could not be read, kept for an operator
 * @param refusal why Redis, or a part of it, refuses offers now although it answers, if it does: a sentence for people
 * @param warnings what is set wrong in Redis, with the mend: sentences for people
 * @param unavailable shards that do not answer: what they hold is missing in the figures. Always empty with one shard,
 *     where asking throws
 */
public record QueueStatus(
        boolean open,
        boolean rebuilding,
        long readyGroups,
        long waitingEntries,
        long entriesInFlight,
        long batchesInFlight,
        long delayedEntries,
        Optional<Duration> longestWait,
        Optional<Pause> paused,
        long outcomesWaiting,
        long outcomesAside,
        Optional<String> refusal,
        List<String> warnings,
        List<Unavailable> unavailable) {

    /** The reason that the person who paused the queue gave. */
    public record Pause(String reason, Instant since) {}

    /** @param reason a sentence for people, which begins with whom it is about */
    public record Unavailable(int shard, String reason) {}
}
