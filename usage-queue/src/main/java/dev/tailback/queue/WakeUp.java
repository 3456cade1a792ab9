package dev.tailback.queue;

import io.lettuce.core.KeyValue;
import io.lettuce.core.ScoredValue;
import java.time.Duration;

/**
 * Waits in Redis itself for the marker that every change which makes work sets. On a connection of its own, since a blocked connection answers nothing
 * else.
 */
final class WakeUp implements AutoCloseable {
    private final RedisLink redis;
    private final String marker;

    WakeUp(RedisLink redis, Shard shard) {
        this.redis = redis;
        this.marker = shard.marker();
    }

    synchronized boolean within(Duration timeout) {
        // Redis reads 0 as for ever.
        double seconds = Math.max(1, timeout.toMillis()) / 1000.0;
        try {
            KeyValue<String, ScoredValue<String>> woken =
                    redis.call(commands -> commands.bzpopmin(seconds, marker), timeout);
            return woken != null && woken.hasValue();
        } catch (QueueUnavailable unavailable) {
            // Redis changed its role under the wait: the next take will say what is the matter.
            if (RedisLink.says(unavailable, "UNBLOCKED")) {
                return false;
            }
            throw unavailable;
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
