package dev.tailback.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The queue between the service app and the sync worker. Records wait grouped by contract, each entry in its newest version only. A worker takes whole
 * contracts under a lease; nobody else gets anything of these contracts until it settles them, gives them back, or the lease ends. Settling removes the
 * batch and puts every outcome on the stream back to the ledger, in one step.
 *
 * <p>Redis may be killed, wiped or come back with an old state: the ledger is the truth. A queue that was not built in this very Redis process is shut
 * until a service app has rebuilt it. All times are Redis' own clock. Safe for use by many threads. Every method but {@link #connect} and {@link #close}
 * throws {@link QueueUnavailable} when Redis does not do its part.
 */
public final class UsageQueue implements AutoCloseable {
    private static final Pattern BATCH_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    // Long after any repetition of the settling command by the driver.
    private static final String SETTLED_REMEMBERED_MS = "60000";

    private final RedisConnections connections;
    private final ShardScripts scripts;
    private final WakeUp wakeUp;

    private UsageQueue(RedisConnections connections, Scripts scripts) {
        Shard shard = new Shard(0);
        this.connections = connections;
        this.scripts = new ShardScripts(connections.link(), scripts, shard);
        this.wakeUp = new WakeUp(connections.link(), shard);
    }

    /** Works while Redis is down: commands then throw {@link QueueUnavailable} until it is back. */
    public static UsageQueue connect(QueueConfiguration configuration) {
        return connect(configuration, Scripts.ofThisVersion());
    }

    static UsageQueue connect(QueueConfiguration configuration, Scripts scripts) {
        return new UsageQueue(new RedisConnections(configuration), scripts);
    }

    /** Idempotent by entry and version: safe to repeat, from any number of relays, in any order. Any number of records. */
    public Offered offer(List<UsageRecord> records) {
        int added = 0;
        int known = 0;
        for (String[] chunk : OfferArguments.chunks("", "0", records)) {
            List<Object> reply = scripts.list("offer", chunk);
            if ((Long) reply.get(0) == 0) {
                return new Offered.Shut();
            }
            added += ((Long) reply.get(1)).intValue();
            known += ((Long) reply.get(2)).intValue();
        }
        return new Offered.Taken(added, known);
    }

    /**
     * @param batchId new for every batch, and the same when a take is repeated because its answer was lost; letters, digits, {@code -} and {@code _}
     * @param limit most records of the batch, 1 to 2,000; a larger contract is cut, its rest follows after this batch
     * @param lease how long the contracts are this worker's alone: longer than any call to Salesforce can run
     * @throws IllegalArgumentException also if the batch id was settled or released within the last minute
     */
    public Take take(String batchId, int limit, Duration lease) {
        requireBatchId(batchId);
        if (limit < 1 || limit > 2_000) {
            throw new IllegalArgumentException("The limit of a batch is " + limit + ": take 1 to 2,000 records");
        }
        String millis = positive(lease, "lease");
        return new TakeReply(batchId, scripts.list("take", batchId, Integer.toString(limit), millis)).read();
    }

    /**
     * Blocks in Redis until there may be work, without polling. One marker wakes one worker, and a worker that dies between waking and taking wakes nobody:
     * keep the timeout at some seconds, and no longer than {@link Take.Nothing#untilNextDue}. One thread waits at a time.
     *
     * @return whether it was woken; take in either case
     */
    public boolean awaitWork(Duration timeout) {
        return wakeUp.within(timeout);
    }

    /**
     * Holds a batch until the given time from now: as a heartbeat, or as long as a call whose outcome is unknown may still be running in Salesforce.
     *
     * @return false if the lease had ended and the contracts were given back
     */
    public boolean extend(String batchId, Duration lease) {
        requireBatchId(batchId);
        return scripts.number("extend", batchId, positive(lease, "lease")) == 1;
    }

    /**
     * Ends a batch and puts every outcome on the stream, in one step. Repeating it is harmless.
     *
     * @param settlements exactly one for every record of the batch, and for every unreadable one
     * @throws IllegalArgumentException if a record is missing, foreign, named twice or in another version; nothing has happened then
     */
    public Settled settle(String batchId, List<Settlement> settlements) {
        requireBatchId(batchId);
        String[] arguments = SettlementArguments.of(batchId, SETTLED_REMEMBERED_MS, settlements);
        List<Object> reply = scripts.list("settle", arguments);
        return switch (reply.get(0).toString()) {
            case "done" -> Settled.DONE;
            case "lost" -> Settled.LEASE_LOST;
            case "mismatch" ->
                throw new IllegalArgumentException("Batch " + batchId + " cannot be settled: " + reply.get(1));
            default -> throw new IllegalStateException("settle.lua answered " + reply.get(0));
        };
    }

    /**
     * Gives a batch back without counting an attempt, as in an outage or at shutdown. Its contracts go to the tail after the delay; a correction that
     * arrives meanwhile goes at once.
     *
     * @return false if the lease had ended and the contracts were given back anyway
     */
    public boolean release(String batchId, Duration delay) {
        requireBatchId(batchId);
        if (delay.isNegative()) {
            throw new IllegalArgumentException("The delay of a released batch is " + delay + ": it cannot be negative");
        }
        return scripts.number("release", batchId, SETTLED_REMEMBERED_MS, Long.toString(delay.toMillis())) == 1;
    }

    /** Whether this Redis is new, old or empty, and the queue shut. */
    public boolean needsRebuild() {
        return scripts.number("gate") == 0;
    }

    /**
     * Empties the queue, but for the outcomes, so that the ledger can be offered anew.
     *
     * @param lock how long the rebuild stays ours without a sign of life
     * @return empty if the queue is open or another service app rebuilds it
     */
    public Optional<Rebuild> beginRebuild(Duration lock) {
        positive(lock, "rebuild lock");
        return Rebuild.begin(scripts, lock);
    }

    public QueueStatus status() {
        return new StatusReply(scripts.list("status")).read();
    }

    /** Nothing more is taken until {@link #resume}; batches in flight may be settled. Lasts through a rebuild, not through a loss of Redis' data. */
    public void pause(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A pause needs a reason");
        }
        scripts.number("pause", reason);
    }

    public void resume() {
        scripts.number("resume");
    }

    /** Keeps a worker's heartbeat for 30 s. */
    public void report(WorkerReport report) {
        new WorkerReports(scripts).keep(report);
    }

    /** The latest report of every worker heard of within 30 s. */
    public List<WorkerReport> workers() {
        return new WorkerReports(scripts).all();
    }

    /** @param consumerName one per service app process; outcomes another process leaves unacknowledged are passed on */
    public OutcomeStream outcomes(String consumerName) {
        return new OutcomeStream(scripts, connections.link(), consumerName);
    }

    /** Violated invariants, one sentence each; empty when all hold. Reads everything and holds Redis up meanwhile: for tests and emergencies. */
    public List<String> audit() {
        return scripts.list("audit").stream().map(Object::toString).toList();
    }

    /** Ends waiting calls too. What is in flight stays so until its lease ends. */
    @Override
    public void close() {
        wakeUp.close();
        scripts.redis().close();
        connections.close();
    }

    private static void requireBatchId(String batchId) {
        if (batchId == null || !BATCH_ID.matcher(batchId).matches()) {
            throw new IllegalArgumentException(
                    "The batch id " + batchId + " is not 1 to 100 letters, digits, dashes or underscores");
        }
    }

    private static String positive(Duration time, String name) {
        if (time == null || time.toMillis() < 1) {
            throw new IllegalArgumentException("The " + name + " is " + time + ": it must be 1 ms or longer");
        }
        return Long.toString(time.toMillis());
    }
}
