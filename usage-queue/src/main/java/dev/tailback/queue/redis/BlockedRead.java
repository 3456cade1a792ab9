package dev.tailback.queue.redis;

import dev.tailback.queue.QueueUnavailable;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One command that blocks in Redis, on a connection of its own, sent again when it is wanted and not under way. It
 * outlives the wait that began it: its answer then goes to the next wait, or is late.
 */
public final class BlockedRead<T> implements AutoCloseable {
    private final RedisLink redis;
    private final BiFunction<RedisClusterAsyncCommands<String, String>, Duration, RedisFuture<T>> command;
    private RedisFuture<T> underWay;
    private long endsAt;

    public BlockedRead(
            RedisLink redis, BiFunction<RedisClusterAsyncCommands<String, String>, Duration, RedisFuture<T>> command) {
        this.redis = redis;
        this.command = command;
    }

    /** Calls the race when there is an answer, perhaps before this returns. */
    void begin(Race<T> race, Duration blocking) {
        try {
            RedisFuture<T> sent = send(blocking);
            if (sent != null) {
                sent.whenComplete((answer, failure) -> ended(sent, race, answer, failure));
            }
        } catch (QueueUnavailable notConnected) {
            race.failed(this, notConnected);
        }
    }

    /** Null if it is under way already. */
    private synchronized RedisFuture<T> send(Duration blocking) {
        if (underWay != null && !isSilent()) {
            return null;
        }
        giveUp();
        underWay = redis.send(commands -> command.apply(commands, blocking));
        endsAt = System.nanoTime() + blocking.toNanos();
        return underWay;
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

    // Only what Redis does not block on any more: it would take what no caller then gets. Cancelled, it is not sent
    // again after a reconnect.
    private void giveUp() {
        if (underWay != null) {
            RedisFuture<T> silent = underWay;
            underWay = null;
            silent.cancel(true);
            redis.leaveSilence();
        }
    }

    /** Sends something else on this connection, without waiting for an answer. */
    public void send(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<?>> other) {
        try {
            redis.send(other::apply);
        } catch (QueueUnavailable gone) {
            // A worker that is not woken looks again after a second.
        }
    }

    /** Whether it may still block, and so need not answer now. */
    synchronized boolean isBlocking() {
        return underWay != null && System.nanoTime() - endsAt < 0;
    }

    synchronized boolean isSilent() {
        return underWay != null && System.nanoTime() - endsAt > redis.timeout().toNanos();
    }

    QueueUnavailable silence() {
        return redis.silence();
    }

    @Override
    public void close() {
        redis.close();
    }
}
