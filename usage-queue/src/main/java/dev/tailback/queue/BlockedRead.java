package dev.tailback.queue;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.function.BiFunction;

/**
 * One command that blocks in Redis, on a connection of its own, sent again when it is wanted and not under way. It outlives the wait that began it: its
 * answer then goes to the next wait, or is late.
 */
final class BlockedRead<T> implements AutoCloseable {
    private final RedisLink redis;
    private final BiFunction<RedisClusterAsyncCommands<String, String>, Duration, RedisFuture<T>> command;
    private RedisFuture<T> underWay;
    private long givenUpAt;

    BlockedRead(
            RedisLink redis, BiFunction<RedisClusterAsyncCommands<String, String>, Duration, RedisFuture<T>> command) {
        this.redis = redis;
        this.command = command;
    }

    /** Calls the race when there is an answer, perhaps before this returns. */
    void begin(Race<T> race, Duration blocking) {
        RedisFuture<T> sent;
        synchronized (this) {
            if (underWay != null && System.nanoTime() - givenUpAt < 0) {
                return;
            }
            giveUp();
            try {
                sent = redis.send(commands -> command.apply(commands, blocking));
            } catch (QueueUnavailable notConnected) {
                race.failed(this, notConnected);
                return;
            }
            underWay = sent;
            givenUpAt = System.nanoTime() + blocking.plus(redis.timeout()).toNanos();
        }
        sent.whenComplete((answer, failure) -> ended(sent, race, answer, failure));
    }

    private void ended(RedisFuture<T> sent, Race<T> race, T answer, Throwable failure) {
        synchronized (this) {
            if (underWay != sent) {
                return;
            }
            underWay = null;
        }
        if (failure == null) {
            race.answered(this, answer);
        } else {
            race.failed(this, redis.failure(failure));
        }
    }

    // Cancelled, it is not sent again after a reconnect.
    private void giveUp() {
        if (underWay != null) {
            RedisFuture<T> silent = underWay;
            underWay = null;
            silent.cancel(true);
        }
    }

    QueueUnavailable silence() {
        synchronized (this) {
            giveUp();
        }
        return redis.silence();
    }

    @Override
    public void close() {
        redis.close();
    }
}
