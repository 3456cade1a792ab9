package dev.tailback.queue.redis;

import dev.tailback.queue.QueueUnavailable;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One command that blocks in Redis, on a connection of its own, sent again when it is wanted and not under way. It
 * outlives the wait that began it: its answer then goes to the next wait, or is late.
 */
public final class BlockedRead<T> implements AutoCloseable {
    private final RedisLink redis;
    private final BiFunction<RedisClusterAsyncCommands<String, String>, Duration, RedisFuture<T>> command;
    private Optional<RedisFuture<T>> underWay = Optional.empty();
    private long endsAt;

    public BlockedRead(
            RedisLink redis, BiFunction<RedisClusterAsyncCommands<String, String>, Duration, RedisFuture<T>> command) {
        this.redis = redis;
        this.command = command;
    }

    /** Calls the race when there is an answer, perhaps before this returns. */
    void begin(Race<T> race, Duration blocking) {
        try {
            send(blocking)
                    .ifPresent(sent -> sent.whenComplete(
                            (answer, failure) -> ended(sent, race, answer, Optional.ofNullable(failure))));
        } catch (QueueUnavailable notConnected) {
            race.failed(this, notConnected);
        }
    }

    /** Empty if it is under way already. */
    private synchronized Optional<RedisFuture<T>> send(Duration blocking) {
        if (underWay.isPresent() && !isSilent()) {
            return Optional.empty();
        }
        giveUp();
        underWay = Optional.of(redis.send(commands -> command.apply(commands, blocking)));
        endsAt = System.nanoTime() + blocking.toNanos();
        return underWay;
    }

    private void ended(RedisFuture<T> sent, Race<T> race, T answer, Optional<Throwable> failure) {
        synchronized (this) {
            if (underWay.filter(current -> current == sent).isEmpty()) {
                return;
            }
            underWay = Optional.empty();
        }
        failure.ifPresentOrElse(
                problem -> race.failed(this, redis.failure(problem)), () -> race.answered(this, answer));
    }

    // Only what Redis does not block on any more: it would take what no caller then gets. Cancelled, it is not sent
    // again after a reconnect.
    private void giveUp() {
        Optional<RedisFuture<T>> silent = underWay;
        underWay = Optional.empty();
        silent.ifPresent(left -> {
            left.cancel(true);
            redis.leaveSilence();
        });
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
        return underWay.isPresent() && System.nanoTime() - endsAt < 0;
    }

    synchronized boolean isSilent() {
        return underWay.isPresent()
                && System.nanoTime() - endsAt > redis.timeout().toNanos();
    }

    QueueUnavailable silence() {
        return redis.silence();
    }

    @Override
    public void close() {
        redis.close();
    }
}
