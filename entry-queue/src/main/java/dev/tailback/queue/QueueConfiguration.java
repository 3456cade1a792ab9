package dev.tailback.queue;

import dev.tailback.queue.redis.RedisAddress;
import dev.tailback.queue.scripts.Shards;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Which queue, and where it lives.
 *
 * @param name tells the queue from others in the same Redis, 1 to 20 small letters: no two share a key. Every program
 *     that uses it must say the same one
 * @param redisUri {@code redis://}, {@code rediss://} (TLS) or {@code redis-sentinel://} as lettuce reads them, with
 *     user and password if needed; or {@code redis+cluster://host1:6379,host2:6379} for some nodes of a Redis Cluster
 * @param shards how many hash slots the queue's keys spread over, 1 to 64: every program must name the same number.
 *     More than one is of use on a Redis Cluster only
 * @param commandTimeout how long one command may take before the queue counts as unavailable; 100 ms to 1 minute
 */
public record QueueConfiguration(String name, String redisUri, int shards, Duration commandTimeout) {
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(2);
    private static final Pattern NAME = Pattern.compile("[a-z]{1,20}");

    public QueueConfiguration {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The queue's name is '" + name + "': it must be 1 to 20 small letters, from a to z");
        }
        if (redisUri == null || redisUri.isBlank()) {
            throw new IllegalArgumentException("REDIS_URI is missing: set it to redis://host:6379");
        }
        RedisAddress.of(redisUri);
        if (shards < 1 || shards > Shards.MOST) {
            throw new IllegalArgumentException("REDIS_SHARDS is " + shards + ": set it between 1 and " + Shards.MOST
                    + ", the same in every program");
        }
        if (commandTimeout == null
                || commandTimeout.toMillis() < 100
                || commandTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "The queue's command timeout is " + commandTimeout + ": set it between 100 ms and 1 minute");
        }
    }

    /** One shard and a command timeout of 2 s. */
    public static QueueConfiguration of(String name, String redisUri) {
        return of(name, redisUri, 1);
    }

    /** A command timeout of 2 s. */
    public static QueueConfiguration of(String name, String redisUri, int shards) {
        return new QueueConfiguration(name, redisUri, shards, COMMAND_TIMEOUT);
    }

    /**
     * As the environment says it: {@code REDIS_URI}, and {@code REDIS_SHARDS} if it is set.
     *
     * @throws IllegalArgumentException with a sentence that names the variable and says what to set
     */
    public static QueueConfiguration read(String name, String redisUri, String redisShards) {
        if (redisShards == null || redisShards.isBlank()) {
            return of(name, redisUri);
        }
        if (!redisShards.strip().matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "REDIS_SHARDS is '" + redisShards.strip() + "': set it to a number from 1 to " + Shards.MOST);
        }
        return of(name, redisUri, Integer.parseInt(redisShards.strip()));
    }

    /** Without the address' password. */
    @Override
    public String toString() {
        return "QueueConfiguration[" + name + ", " + RedisAddress.of(redisUri).shown() + ", shards=" + shards
                + ", commandTimeout=" + commandTimeout + "]";
    }
}
