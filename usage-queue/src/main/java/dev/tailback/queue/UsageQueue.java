package dev.tailback.queue;

import dev.tailback.queue.batches.HeldBatches;
import dev.tailback.queue.batches.InHand;
import dev.tailback.queue.batches.Taking;
import dev.tailback.queue.batches.WakeUp;
import dev.tailback.queue.maintenance.Mending;
import dev.tailback.queue.maintenance.StatusOfAll;
import dev.tailback.queue.maintenance.WorkerReports;
import dev.tailback.queue.offers.OfferArguments;
import dev.tailback.queue.offers.Offering;
import dev.tailback.queue.redis.RedisConnections;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.Scripts;
import dev.tailback.queue.scripts.Shards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The queue between the service app and the sync worker. Records wait grouped by contract, each entry in its newest
 * version only. A worker takes whole contracts under a lease; no other worker gets a record of these contracts until
 * it settles them, gives them back, or the lease ends. Settling removes the batch and puts every outcome on the stream
 * back to the ledger, in one step.
 *
 * <p>Redis may be killed, wiped or come back with an old state: the ledger is the truth. A queue that was not built in
 * this very Redis process is shut until a service app has rebuilt it. All times are Redis' own clock. Safe for use by
 * many threads. Every method but {@link #connect} and {@link #close} throws {@link QueueUnavailable} when Redis
 * cannot be reached or refuses.
 */
public final class UsageQueue implements AutoCloseable {
    private static final String NO_REBUILD = "";
    private static final String NO_LOCK = "0";

    private final RedisConnections connections;
    private final Duration patience;
    private final AllShards shards;
    private final Taking taking;
    private final InHand inHand;
    private final WakeUp wakeUp;

    private UsageQueue(RedisConnections connections, AllShards shards, Duration patience) {
        HeldBatches held = new HeldBatches();
        this.connections = connections;
        this.patience = patience;
        this.shards = shards;
        this.taking = new Taking(shards, held);
        this.inHand = new InHand(shards, held);
        this.wakeUp = new WakeUp(shards, connections, patience);
    }

    /** Works while Redis is down: commands then throw {@link QueueUnavailable} until it is back. */
    public static UsageQueue connect(QueueConfiguration configuration) {
        return connect(configuration, Scripts.ofThisVersion(configuration.shards()));
    }

    static UsageQueue connect(QueueConfiguration configuration, Scripts scripts) {
        RedisConnections connections = new RedisConnections(configuration);
        AllShards shards = AllShards.on(connections.link(), scripts, new Shards(configuration.shards()));
        return new UsageQueue(connections, shards, configuration.commandTimeout());
    }

    /**
     * Idempotent by entry and version: safe to repeat, from any number of relays, in any order. Any number of records.
     */
    public Offered offer(List<UsageRecord> records) {
        return new Offering(shards)
                .offer(
                        "offer",
                        records,
                        UsageRecord::contractId,
                        some -> OfferArguments.chunks(NO_REBUILD, NO_LOCK, some));
    }

    /**
     * As {@link #offer}, of records that must wait before their next attempt. A correction of what waits or flies goes
     * without delay all the same.
     */
    public Offered postpone(List<Postponed> records) {
        return new Offering(shards)
                .offer(
                        "postpone",
                        records,
                        postponed -> postponed.record().contractId(),
                        some -> OfferArguments.postponed(NO_REBUILD, NO_LOCK, some));
    }

    /**
     * @param batchId new for every batch, and the same when a take is repeated because its answer was lost; letters,
     *     digits, {@code -} and {@code _}
     * @param limit most records of the batch, 1 to 2,000; a larger contract is cut, its rest follows after this batch
     * @param lease how long the contracts are this worker's alone: longer than any call to Salesforce can run
     * @throws IllegalArgumentException also if the batch id was settled or released within the last minute
     */
    public Take take(String batchId, int limit, Duration lease) {
        Required.batchId(batchId);
        Required.limit(limit);
        Required.positive(lease, "lease");
        return taking.take(batchId, limit, lease);
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

    /**
     * Holds a batch until the given time from now: as a heartbeat, or as long as a call whose outcome is unknown may
     * still be running in Salesforce.
     *
     * @return false if the lease had ended and the contracts were given back
     */
    public boolean extend(String batchId, Duration lease) {
        Required.batchId(batchId);
        Required.positive(lease, "lease");
        return inHand.extend(batchId, lease);
    }

    /**
     * Ends a batch and puts every outcome on the stream, in one step. Repeating it is harmless.
     *
     * @param settlements exactly one for every record of the batch, and for every unreadable one
     * @throws IllegalArgumentException if a record is missing, foreign, named twice or in another version; nothing has
     *     happened then
     */
    public Settled settle(String batchId, List<Settlement> settlements) {
        Required.batchId(batchId);
        return inHand.settle(batchId, settlements);
    }

    /**
     * Gives a batch back without counting an attempt, as in an outage or at shutdown. Its contracts go to the tail
     * after the delay; a correction that arrives meanwhile goes at once.
     *
     * @return false if the lease had ended and the contracts were given back anyway
     */
    public boolean release(String batchId, Duration delay) {
        Required.batchId(batchId);
        Required.notNegative(delay);
        return inHand.release(batchId, delay);
    }

    /** Whether this Redis, or a part of it that answers, is new, old or empty, and the queue shut there. */
    public boolean needsRebuild() {
        return shards.askLiving(shard -> shard.number("gate")).contains(0L);
    }

    /**
     * Empties the queue where it answers and is shut, but for the outcomes, so that the ledger can be offered anew.
     * Shards that an earlier configuration had and this one has not are emptied whole.
     *
     * @param lock how long the rebuild stays ours without a sign of life
     * @return empty if the queue is open or another service app rebuilds it
     */
    public Optional<Rebuild> beginRebuild(Duration lock) {
        Required.positive(lock, "rebuild lock");
        Optional<Rebuild> rebuild = Rebuild.begin(shards, lock);
        rebuild.ifPresent(begun -> shards.retireOthers());
        return rebuild;
    }

    /**
     * Repairs what remains after a person has deleted keys or Redis has evicted them: contracts that no worker would
     * take, batches that could not be settled, delays without an end, wrong figures. What was deleted itself comes back
     * when the ledger offers it again. Safe at any time, from any number of processes; to be repeated every minute or
     * so.
     *
     * @throws QueueUnavailable if a shard does not answer, after all were asked
     */
    public Mended mend() {
        return shards.ask(shard -> new Mending(shard).run()).stream().reduce(Mended.NOTHING, Mended::both);
    }

    /**
     * Asks whether an offer would be taken now, without one.
     *
     * @throws QueueUnavailable if Redis, or a part of it, would refuse it: it is away, full, cannot save, or is a
     *     replica
     */
    public void probe() {
        shards.ask(shard -> shard.number("probe"));
    }

    /** All shards that answer as one, and which do not. Throws {@link QueueUnavailable} only if none does. */
    public QueueStatus status() {
        return new StatusOfAll(shards).read();
    }

    /**
     * Nothing more is taken until {@link #resume}; batches in flight may be settled. Lasts through a rebuild, not
     * through a loss of Redis' data. A pause that lasts already keeps its begin.
     */
    public void pause(String reason) {
        Required.reason(reason);
        shards.ask(shard -> shard.number("pause", reason, ""));
    }

    /**
     * The pause as the ledger knows it, for a Redis that may have lost it: safe to repeat, at every rebuild and at any
     * time.
     */
    public void pause(String reason, Instant since) {
        Required.reason(reason);
        String begin = Long.toString(since.toEpochMilli());
        shards.ask(shard -> shard.number("pause", reason, begin));
    }

    public void resume() {
        shards.ask(shard -> shard.number("resume"));
    }

    /** Keeps a worker's heartbeat for 30 s. */
    public void report(WorkerReport report) {
        new WorkerReports(shards).keep(report);
    }

    /** The latest report of every worker heard of within 30 s. */
    public List<WorkerReport> workers() {
        return new WorkerReports(shards).all();
    }

    /** @param consumerName one per service app process; outcomes another process leaves unacknowledged are passed on */
    public OutcomeStream outcomes(String consumerName) {
        return new OutcomeStream(shards, connections, patience, consumerName);
    }

    /**
     * Violated invariants, one sentence each; empty when all hold. Reads everything and blocks Redis meanwhile: for
     * tests and emergencies.
     */
    public List<String> audit() {
        return shards.ask(shard -> shard.list("audit")).stream()
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();
    }

    /** Ends waiting calls too. What is in flight stays so until its lease ends. */
    @Override
    public void close() {
        wakeUp.close();
        shards.get(0).redis().close();
        connections.close();
    }
}
