package dev.tailback.queue.batches;

import dev.tailback.queue.Settled;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be done with a batch that was taken: it is settled, given back, or held longer. */
public final class InHand {
    // Long after any repetition of the settling command by the driver.
    private static final String REMEMBERED_MS = "60000";

    private final AllShards shards;
    private final HeldBatches held;

    public InHand(AllShards shards, HeldBatches held) {
        this.shards = shards;
        this.held = held;
    }

    public Settled settle(String batchId, List<Settlement> settlements) {
        Optional<HeldBatch> remembered = held.find(batchId);
        if (remembered.isPresent() && remembered.get().mismatch(settlements).isEmpty()) {
            Optional<Settled> settled = settle(batchId, remembered.get(), settlements);
            if (settled.isPresent()) {
                held.forget(batchId);
                return settled.get();
            }
        }
        return settleAsRedisHoldsIt(batchId, settlements);
    }

    private Settled settleAsRedisHoldsIt(String batchId, List<Settlement> settlements) {
        Optional<TakeReply> found = shards.first(shard -> held(batchId, shard));
        if (found.isEmpty()) {
            held.forget(batchId);
            return Settled.LEASE_LOST;
        }
        return found.get().isBatch() ? settleExactly(batchId, found.get().held(), settlements) : Settled.DONE;
    }

    private static Optional<TakeReply> held(String batchId, ShardScripts shard) {
        TakeReply reply = new TakeReply(batchId, shard.shard().number(), shard.list("held", batchId));
        return reply.says("settled") || reply.isBatch() ? Optional.of(reply) : Optional.empty();
    }

    private Settled settleExactly(String batchId, HeldBatch batch, List<Settlement> settlements) {
        batch.mismatch(settlements).ifPresent(what -> {
            throw mismatch(batchId, what);
        });
        Settled settled = settle(batchId, batch, settlements)
                .orElseThrow(() -> mismatch(batchId, "it changes while it is being settled"));
        held.forget(batchId);
        return settled;
    }

    /** Empty if Redis holds another batch of this id. */
    private Optional<Settled> settle(String batchId, HeldBatch batch, List<Settlement> settlements) {
        String[] arguments = SettlementArguments.of(batchId, REMEMBERED_MS, batch, settlements);
        List<Object> reply = shards.get(batch.shard()).list("settle", arguments);
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
        held.forget(batchId);
        return released;
    }

    private boolean inItsShard(String batchId, String script, String... arguments) {
        Optional<HeldBatch> remembered = held.find(batchId);
        if (remembered.isPresent()) {
            return shards.get(remembered.get().shard()).number(script, arguments) == 1;
        }
        return shards.first(
                        shard -> Optional.of(shard.number(script, arguments)).filter(done -> done == 1))
                .isPresent();
    }

    private static IllegalArgumentException mismatch(String batchId, String what) {
        return new IllegalArgumentException("Batch " + batchId + " cannot be settled: " + what);
    }
}
