package dev.tailback.queue.batches;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.scripts.ShardScripts;
import io.lettuce.core.RedisException;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries that {@code take.lua} left to us to read, group by group: Redis gives a hash out at half the cost
 * when no script stands between. They are in flight and do not change; if the batch ended meanwhile, or Redis lost a
 * part of it, fewer are found than its receipt says.
 */
final class LeftToRead {
    private static final int FIRST_CONTRACT = 3;
    // As take.lua cuts what it reads itself: a longer value is none of ours.
    private static final int LONGEST_VALUE = 10_000;

    private LeftToRead() {}

    /** @return the answer of {@code take.lua} with every group's entries in it */
    static List<Object> complete(ShardScripts shard, String batchId, List<Object> reply) {
        List<Integer> left = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = FIRST_CONTRACT; i < reply.size(); i += 2) {
            if (!(reply.get(i + 1) instanceof List)) {
                left.add(i + 1);
                keys.add(shard.shard().flight(batchId, reply.get(i).toString()));
            }
        }
        if (left.isEmpty()) {
            return reply;
        }
        List<Object> complete = new ArrayList<>(reply);
        List<List<String>> hashes = read(shard, keys);
        for (int i = 0; i < hashes.size(); i++) {
            complete.set(
                    left.get(i), hashes.get(i).stream().map(LeftToRead::cut).toList());
        }
        return complete;
    }

    private static String cut(String text) {
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) : text;
    }

    // The batch is taken, so this is never a command without an effect: the take is to be repeated in this shard.
    private static List<List<String>> read(ShardScripts shard, List<String> keys) {
        try {
            return shard.redis().hashes(keys);
        } catch (QueueUnavailable failure) {
            throw new QueueUnavailable(
                    failure.getMessage(), new RedisException("The batch is taken, and is not read", failure));
        }
    }
}
