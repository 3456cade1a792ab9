package dev.tailback.queue;

import io.lettuce.core.RedisURI;
import java.net.URI;
import java.time.Duration;

/**
 * Where the queue lives.
 *
 * @param redisUri what lettuce reads: {@code redis://}, {@code rediss://} (TLS) or {@code redis-sentinel://}, with user and password if needed
 * @param shards how many hash slots the queue's keys spread over; this version runs one
 * @param commandTimeout how long one command may take before the queue counts as unavailable; 100 ms to 1 minute
 */
public record QueueConfiguration(String redisUri, int shards, Duration commandTimeout) {
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(2);

    public QueueConfiguration {
        if (redisUri == null || redisUri.isBlank()) {
            throw new IllegalArgumentException("REDIS_URI is missing: set it to redis://host:6379");
        }
        requireRedisAddress(redisUri);
        if (shards != 1) {
            throw new IllegalArgumentException(
                    "The queue has " + shards + " shards: this version runs exactly 1, set it to 1");
        }
        if (commandTimeout == null
                || commandTimeout.toMillis() < 100
                || commandTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "The queue's command timeout is " + commandTimeout + ": set it between 100 ms and 1 minute");
        }
    }

    /** One shard and a command timeout of 2 s. */
    public static QueueConfiguration of(String redisUri) {
        return new QueueConfiguration(redisUri, 1, COMMAND_TIMEOUT);
    }

    // The address itself stays out of the message: it may carry a password.
    private static void requireRedisAddress(String redisUri) {
        if (!isRedisAddress(redisUri)) {
            throw new IllegalArgumentException(
                    "REDIS_URI is not a Redis address: write it as redis://host:6379, rediss://user:password@host:6379"
                            + " or redis-sentinel://host:26379#master");
        }
    }

    private static boolean isRedisAddress(String redisUri) {
        try {
            // The driver reads a host without a usable port as one word; Sentinels are many hosts, which only the
            // driver reads.
            return !RedisURI.create(redisUri).getSentinels().isEmpty()
                    || URI.create(redisUri).getHost() != null;
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    /** Without the address' password. */
    @Override
    public String toString() {
        return "QueueConfiguration[" + address() + ", shards=" + shards + ", commandTimeout=" + commandTimeout + "]";
    }

    /** Host and port as people may see them in a log or an error: no user, no password. */
    String address() {
        RedisURI uri = RedisURI.create(redisUri);
        if (uri.getSentinels().isEmpty()) {
            return uri.getHost() + ":" + uri.getPort();
        }
        return "the master " + uri.getSentinelMasterId() + " of the Sentinels";
    }
}
