package dev.tailback.queue.batches;

import dev.tailback.queue.Batch;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Take;
import dev.tailback.queue.redis.FailedCommand;
import dev.tailback.queue.scripts.AllShards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Takes from one shard after the other until one has work. Each take begins one shard further, so that none starves; but a take that is repeated because its
 * answer was lost begins where it broke off, where its batch may wait.
 */
public final class Taking {
    private static final int MOST_BROKEN_OFF = 1_000;

    private final AllShards shards;
    private final HeldBatches held;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, List<Integer>> brokenOff = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Integer>> eldest) {
            return size() > MOST_BROKEN_OFF;
        }
    };

    public Taking(AllShards shards, HeldBatches held) {
        this.shards = shards;
        this.held = held;
    }

    /** The shard that has just told of work goes first. */
    public void beginWith(int shard) {
        next.set(shard);
    }

    public Take take(String batchId, int limit, Duration lease) {
        int number = shards.each().size();
        int first = firstFor(batchId, number);
        Take most = new Take.Nothing(Optional.empty());
        QueueUnavailable unavailable = null;
        for (int i = 0; i < number; i++) {
            int shard = (first + i) % number;
            try {
                Take take = takeFrom(shard, batchId, limit, lease);
                if (take instanceof Batch) {
                    return take;
                }
                most = graver(most, take);
            } catch (QueueUnavailable noAnswer) {
                // Without an answer the shard may hold this batch by now: it is asked once more before another is. If
                // it
                // holds it all the same, that ends with the lease.
                if (!FailedCommand.of(noAnswer).hadNoEffect() && breaksOff(batchId, shard)) {
                    throw noAnswer;
                }
                unavailable = noAnswer;
            }
        }
        if (unavailable != null) {
            throw unavailable;
        }
        return most;
    }

    private Take takeFrom(int shard, String batchId, int limit, Duration lease) {
        String millis = Long.toString(lease.toMillis());
        TakeReply reply =
                new TakeReply(batchId, shard, shards.get(shard).list("take", batchId, Integer.toString(limit), millis));
        Take take = reply.read();
        if (take instanceof Batch batch) {
            held.remember(batchId, reply.held(batch));
        }
        return take;
    }

    private int firstFor(String batchId, int number) {
        if (number == 1) {
            return 0;
        }
        Optional<HeldBatch> inHand = held.find(batchId);
        if (inHand.isPresent()) {
            return inHand.get().shard();
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

    // What a worker should know first: that a shard is shut, then that somebody pauses, then when the next thing is
    // due.
    private static Take graver(Take one, Take other) {
        if (one instanceof Take.Nothing some && other instanceof Take.Nothing more) {
            return new Take.Nothing(Stream.of(some.untilNextDue(), more.untilNextDue())
                    .flatMap(Optional::stream)
                    .min(Duration::compareTo));
        }
        if (one instanceof Take.Shut || other instanceof Take.Nothing) {
            return one;
        }
        return other;
    }
}
