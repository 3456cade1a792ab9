package dev.tailback.queue;

import dev.tailback.queue.batches.InHand;
import dev.tailback.queue.batches.Taking;
import dev.tailback.queue.batches.WakeUp;
import dev.tailback.queue.offers.Offering;
import dev.tailback.queue.redis.RedisConnections;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import dev.tailback.queue.scripts.Shards;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The queue between a ledger and the workers that carry its entries to another system. Entries wait by group, each in
 * its newest version only. A worker takes whole groups under a lease; no other worker gets an entry of these groups
 * until it settles them, gives them back, or the lease ends. Settling removes the batch and puts every outcome on the
 * stream back to the ledger, in one step.
 *
 * <p>Redis may be killed, wiped or come back with an old state: the ledger is the truth. A queue that was not built in
 * this very Redis process is shut until an owner of the ledger has rebuilt it. All times are Redis' own clock. Safe for
 * use by many threads. Every method but {@link #connect} and {@link #close} throws {@link QueueUnavailable} when Redis
 * cannot be reached or refuses.
 */
public final class EntryQueue implements AutoCloseable {
    private final RedisConnections connections;
    private final AllShards shards;
    private final InHand inHand;
    private final Taking taking;
    private final QueueOperations operations;
    private final WakeUp wakeUp;

    private EntryQueue(RedisConnections connections, AllShards shards) {
        this.connections = connections;
        this.shards = shards;
        this.inHand = new InHand(shards);
        this.taking = new Taking(shards, inHand);
        this.operations = new QueueOperations(shards);
        this.wakeUp = new WakeUp(shards, connections);
    }

    /** Works while Redis is down: commands then throw {@link QueueUnavailable} until it is back. */
    public static EntryQueue connect(QueueConfiguration configuration) {
        return connect(configuration, ShardScripts::resource);
    }

    static EntryQueue connect(QueueConfiguration configuration, UnaryOperator<String> scripts) {
        RedisConnections connections = new RedisConnections(configuration);
        AllShards shards =
                AllShards.on(connections.link(), scripts, new Shards(configuration.name(), configuration.shards()));
        return new EntryQueue(connections, shards);
    }

    /** Idempotent by entry and version: safe to repeat, from any number of relays, in any order. */
    public Offered offer(List<QueueEntry> entries) {
        return Offering.offer(shards, entries);
    }

    /**
     * As {@link #offer}, of entries that must wait before their next attempt. A correction goes without delay.
     */
    public Offered postpone(List<Postponed> entries) {
        return Offering.postpone(shards, entries);
    }

    /**
     * @param batchId new for every batch, and the same when a take is repeated because its answer was lost; letters,
     *     digits, {@code -} and {@code _}
     * @param limit most entries of the batch, 1 to 2,000; a larger group is cut, its rest follows after this batch
     * @param lease how long the groups are this worker's alone: longer than any call to the other system can run
     * @throws IllegalArgumentException also if the batch id was settled or released within the last minute
     */
    public Take take(String batchId, int limit, Duration lease) {
        return take(batchId, limit, lease, "");
    }

    /**
     * As {@link #take(String, int, Duration)}, for a worker that goes by what the owner has published: it gets nothing
     * while something else is published.
     *
     * @param stamp the {@link Published#stamp} of what it goes by; {@link Published#NONE} if it has nothing yet
     */
    public Take take(String batchId, int limit, Duration lease, String stamp) {
        Required.batchId(batchId);
        Required.limit(limit);
        Required.positive(lease, "lease");
        return taking.take(batchId, limit, lease, stamp);
    }

    /**
     * Blocks in Redis until there may be work, without polling. One marker wakes one worker, and a worker that dies
     * between waking and taking wakes no other: keep the timeout at some seconds, and no longer than {@link
     * Take.Nothing#untilNextDue}. One thread waits at a time.
     *
     * @return whether it was woken; take in either case
     */
    public boolean awaitWork(Duration timeout) {
        Optional<Integer> woken = wakeUp.within(timeout);
        woken.ifPresent(taking::beginWith);
        return woken.isPresent();
    }

    /** Lets {@link #awaitWork} return at once if a thread waits in it, so that a worker can stop without delay. */
    public void leaveWait() {
        wakeUp.leave();
    }

    /**
     * Holds a batch until the given time from now: as a heartbeat, or as long as a call whose outcome is unknown may
     * still be running in the other system.
     *
     * @return false if the lease had ended and the groups were given back
     */
    public boolean extend(String batchId, Duration lease) {
        Required.batchId(batchId);
        Required.positive(lease, "lease");
        return inHand.extend(batchId, lease);
    }

    /**
     * Ends a batch and puts every outcome on the stream, in one step. Repeating it is harmless.
     *
     * @param settlements exactly one for every entry of the batch, and for every unreadable one
     * @throws IllegalArgumentException if an entry is missing, foreign, named twice or in another version; nothing has
     *     happened then
     */
    public Settled settle(String batchId, List<Settlement> settlements) {
        return settle(batchId, settlements, Map.of());
    }

    /**
     * As {@link #settle(String, List)}, with how the entries were sent.
     *
     * @param attempts by entry; none for an entry that was not sent
     */
    public Settled settle(String batchId, List<Settlement> settlements, Map<UUID, Settlement.Attempt> attempts) {
        Required.batchId(batchId);
        return inHand.settle(batchId, settlements, attempts);
    }

    /**
     * Gives a batch back without counting an attempt, as in an outage or at shutdown. Its groups go to the tail
     * after the delay; a correction that arrives meanwhile goes at once.
     *
     * @return false if the lease had ended and the groups were given back anyway
     */
    public boolean release(String batchId, Duration delay) {
        Required.batchId(batchId);
        Required.notNegative(delay);
        return inHand.release(batchId, delay);
    }

    /** The status, the pause, the repair and the rebuild of the whole queue. */
    public QueueOperations operations() {
        return operations;
    }

    /** @param consumerName one per process of an owner; outcomes another process leaves unacknowledged are passed on */
    public OutcomeStream outcomes(String consumerName) {
        return new OutcomeStream(shards, connections, consumerName);
    }

    /** Ends waiting calls too. What is in flight stays so until its lease ends. */
    @Override
    public void close() {
        wakeUp.close();
        shards.get(0).redis().close();
        connections.close();
    }
}
