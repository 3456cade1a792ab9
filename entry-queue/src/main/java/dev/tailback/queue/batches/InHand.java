package dev.tailback.queue.batches;

import dev.tailback.queue.Settled;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The batches that this process has taken, and what can be done with one: it is settled, given back, or held longer.
 * What is remembered here is only a short cut: a batch that another process took, or one too many, is read from Redis.
 */
public final class InHand {
    // Long after any repetition of the settling command by the driver.
    private static final String REMEMBERED_MS = "60000";
    private static final int MOST_REMEMBERED = 1_000;

    private final AllShards shards;
    private final Map<String, HeldBatch> taken = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HeldBatch> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    public InHand(AllShards shards) {
        this.shards = shards;
    }

    void remember(HeldBatch batch) {
        taken.put(batch.batch().id(), batch);
    }

    private Optional<HeldBatch> remembered(String batchId) {
        return Optional.ofNullable(taken.get(batchId));
    }

    /** Empty if this process does not know it. */
    Optional<Integer> shardOf(String batchId) {
        return remembered(batchId).map(HeldBatch::shard);
    }

    public Settled settle(String batchId, List<Settlement> settlements, Map<UUID, Attempt> attempts) {
        Settled settled = remembered(batchId)
                .filter(batch -> batch.mismatch(settlements).isEmpty())
                .flatMap(batch -> settle(shards.get(batch.shard()), batch, settlements, attempts))
                .orElseGet(() -> settleAsRedisHoldsIt(batchId, settlements, attempts));
        taken.remove(batchId);
        return settled;
    }

    private Settled settleAsRedisHoldsIt(String batchId, List<Settlement> settlements, Map<UUID, Attempt> attempts) {
        return shards.first(shard -> settleIn(shard, batchId, settlements, attempts))
                .orElse(Settled.LEASE_LOST);
    }

    /** Empty if the batch is not in this shard. */
    private static Optional<Settled> settleIn(
            ShardScripts shard, String batchId, List<Settlement> settlements, Map<UUID, Attempt> attempts) {
        List<Object> reply = shard.list("held", batchId);
        return switch (reply.get(0).toString()) {
            case "settled" -> Optional.of(Settled.DONE);
            case "batch" -> {
                HeldBatch batch = HeldBatch.read(batchId, shard.shard().number(), reply);
                yield Optional.of(settleExactly(shard, batch, settlements, attempts));
            }
            default -> Optional.empty();
        };
    }

    private static Settled settleExactly(
            ShardScripts shard, HeldBatch batch, List<Settlement> settlements, Map<UUID, Attempt> attempts) {
        batch.mismatch(settlements).ifPresent(what -> {
            throw mismatch(batch, what);
        });
        return settle(shard, batch, settlements, attempts)
                .orElseThrow(() -> mismatch(batch, "it changes while it is being settled"));
    }

    /** Empty if Redis holds another batch of this id. */
    private static Optional<Settled> settle(
            ShardScripts shard, HeldBatch batch, List<Settlement> settlements, Map<UUID, Attempt> attempts) {
        List<Object> reply = shard.list("settle", SettlementArguments.of(REMEMBERED_MS, batch, settlements, attempts));
        return switch (reply.get(0).toString()) {
            case "done" -> Optional.of(Settled.DONE);
            case "lost" -> Optional.of(Settled.LEASE_LOST);
            case "mismatch" -> Optional.empty();
            default -> throw new IllegalStateException("settle.lua answered " + reply.get(0));
        };
    }

    public boolean extend(String batchId, Duration lease) {
        return inItsShard(batchId, "extend", batchId, Long.toString(lease.toMillis()));
    }

    public boolean release(String batchId, Duration delay) {
        boolean released = inItsShard(batchId, "release", batchId, REMEMBERED_MS, Long.toString(delay.toMillis()));
        taken.remove(batchId);
        return released;
    }

    private boolean inItsShard(String batchId, String script, String... arguments) {
        Optional<Integer> known = shardOf(batchId);
        if (known.isPresent()) {
            return shards.get(known.get()).number(script, arguments) == 1;
        }
        return shards.first(
                        shard -> Optional.of(shard.number(script, arguments)).filter(done -> done == 1))
                .isPresent();
    }

    private static IllegalArgumentException mismatch(HeldBatch batch, String what) {
        return new IllegalArgumentException("Batch " + batch.batch().id() + " cannot be settled: " + what);
    }
}
