package dev.tailback.queue.batches;

import dev.tailback.queue.Attempts;
import dev.tailback.queue.Batch;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Take;
import dev.tailback.queue.redis.FailedCommand;
import dev.tailback.queue.scripts.AllShards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Takes from one shard after the other until one has work. Each take begins one shard further, so that each gets its
 * turn; but a take that is repeated because its answer was lost begins where it broke off, where its batch may wait.
 */
public final class Taking {
    private static final int MOST_BROKEN_OFF = 1_000;

    private final AllShards shards;
    private final InHand inHand;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, List<Integer>> brokenOff = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Integer>> eldest) {
            return size() > MOST_BROKEN_OFF;
        }
    };

    public Taking(AllShards shards, InHand inHand) {
        this.shards = shards;
        this.inHand = inHand;
    }

    /** The shard that has just told of work goes first. */
    public void beginWith(int shard) {
        next.set(shard);
    }

    /** @param stamp of what the entries would be sent by; empty if that does not matter */
    public Take take(String batchId, int limit, Duration lease, String stamp) {
        int number = shards.each().size();
        int first = firstFor(batchId, number);
        Attempts attempts = new Attempts();
        Take gravest = new Take.Nothing(Optional.empty());
        for (int i = 0; i < number && gravest.batch().isEmpty(); i++) {
            int shard = (first + i) % number;
            Optional<Take> take = attempts.at(
                    () -> takeFrom(shard, batchId, limit, lease, stamp),
                    noAnswer -> endHereIfUnclear(batchId, shard, noAnswer));
            if (take.isPresent()) {
                gravest = graver(gravest, take.get());
            }
        }
        if (gravest.batch().isEmpty()) {
            attempts.throwFirstFailure();
        }
        return gravest;
    }

    // Without an answer the shard may hold this batch by now: it is asked once more before another shard is. If it
    // holds the batch all the same, that ends with the lease.
    private void endHereIfUnclear(String batchId, int shard, QueueUnavailable noAnswer) {
        if (!FailedCommand.of(noAnswer).hadNoEffect() && breaksOff(batchId, shard)) {
            throw noAnswer;
        }
    }

    private Take takeFrom(int shard, String batchId, int limit, Duration lease, String stamp) {
        String[] arguments = {batchId, Integer.toString(limit), Long.toString(lease.toMillis()), stamp};
        List<Object> reply = shards.get(shard).list("take", arguments);
        if (reply.get(0).equals("batch")) {
            HeldBatch batch = HeldBatch.read(batchId, shard, LeftToRead.complete(shards.get(shard), batchId, reply));
            return batch.isAsTheReceiptSays() ? taken(batch) : takeCarefully(shard, arguments);
        }
        return answered(batchId, shard, reply);
    }

    // Something was lost meanwhile, or an entry is in it twice: what no script has read can be so.
    private Take takeCarefully(int shard, String... arguments) {
        String[] carefully = Arrays.copyOf(arguments, arguments.length + 1);
        carefully[arguments.length] = "careful";
        return answered(arguments[0], shard, shards.get(shard).list("take", carefully));
    }

    private Take answered(String batchId, int shard, List<Object> reply) {
        return switch (reply.get(0).toString()) {
            case "batch" -> taken(HeldBatch.read(batchId, shard, reply));
            case "nothing" -> new Take.Nothing(untilNextDue((Long) reply.get(1)));
            case "shut" -> new Take.Shut();
            case "paused" -> new Take.Paused(reply.get(1).toString());
            case "stamp" -> new Take.OtherStamp();
            case "used" ->
                throw new IllegalArgumentException(
                        "Batch " + batchId + " was settled or released before: every batch needs a new id");
            default -> throw new IllegalStateException("take.lua answered " + reply.get(0));
        };
    }

    private Batch taken(HeldBatch held) {
        inHand.remember(held);
        return held.batch();
    }

    private static Optional<Duration> untilNextDue(long millis) {
        return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    private int firstFor(String batchId, int number) {
        if (number == 1) {
            return 0;
        }
        Optional<Integer> known = inHand.shardOf(batchId);
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (brokenOff) {
            List<Integer> before = brokenOff.getOrDefault(batchId, List.of());
            return !before.isEmpty() ? before.get(before.size() - 1) : Math.floorMod(next.getAndIncrement(), number);
        }
    }

    /** False if the same take broke off there before, and there are others to ask. */
    private boolean breaksOff(String batchId, int shard) {
        synchronized (brokenOff) {
            List<Integer> before = brokenOff.computeIfAbsent(batchId, id -> new ArrayList<>());
            return shards.each().size() == 1 || !before.contains(shard) && before.add(shard);
        }
    }

    // What a worker must know first: its batch, then that a shard is shut, then that something else is published, then
    // that an operator pauses, then when the next entry is due.
    private static Take graver(Take one, Take other) {
        if (gravity(one) == gravity(other)) {
            return one.<Take>fold(
                    batch -> batch,
                    nothing -> other.<Take>fold(
                            batch -> batch, more -> sooner(nothing, more), () -> other, more -> more, () -> other),
                    () -> one,
                    paused -> paused,
                    () -> one);
        }
        return gravity(one) > gravity(other) ? one : other;
    }

    private static int gravity(Take take) {
        return take.<Integer>fold(batch -> 4, nothing -> 0, () -> 3, paused -> 1, () -> 2);
    }

    private static Take.Nothing sooner(Take.Nothing one, Take.Nothing other) {
        return new Take.Nothing(Stream.of(one.untilNextDue(), other.untilNextDue())
                .flatMap(Optional::stream)
                .min(Duration::compareTo));
    }
}
