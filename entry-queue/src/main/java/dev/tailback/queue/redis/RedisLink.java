package dev.tailback.queue.redis;

import dev.tailback.queue.QueueUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Commands over one connection, and the waiting for their answers. While the connection is broken they fail at once
 * instead of waiting, and what was under way is repeated after it is back. So every script may run twice, and each is
 * written for that.
 */
public final class RedisLink implements AutoCloseable {
    private static final long REFUSAL_STANDS_FOR_NANOS = 1_000_000_000;
    private static final long ASK_AGAIN_AFTER_NANOS = 5_000_000;

    private final RedisConnection connection;
    private final boolean isCluster;
    private final Duration timeout;
    private final RedisProblem problem;
    private volatile long refusedInVainAt = System.nanoTime() - REFUSAL_STANDS_FOR_NANOS;

    /**
     * @param isCluster whether the driver refuses commands while it still makes its connection to the node they are for
     */
    RedisLink(RedisConnection connection, boolean isCluster, Duration timeout, RedisProblem problem) {
        this.connection = connection;
        this.isCluster = isCluster;
        this.timeout = timeout;
        this.problem = problem;
    }

    /** @throws QueueUnavailable if Redis does not do it within the command timeout */
    public <T> T call(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
        long begin = System.nanoTime();
        while (true) {
            try {
                return callOnce(command);
            } catch (QueueUnavailable unavailable) {
                if (!mayStillConnect(unavailable, begin)) {
                    throw unavailable;
                }
                LockSupport.parkNanos(ASK_AGAIN_AFTER_NANOS);
            }
        }
    }

    // A cluster's nodes are connected to when they are first needed, and the driver refuses what comes before that.
    private boolean mayStillConnect(QueueUnavailable unavailable, long begin) {
        long now = System.nanoTime();
        if (!isCluster
                || !FailedCommand.of(unavailable).isNotConnected()
                || now - refusedInVainAt < REFUSAL_STANDS_FOR_NANOS) {
            return false;
        }
        if (now - begin < timeout.toNanos()) {
            return true;
        }
        refusedInVainAt = now;
        return false;
    }

    /**
     * The fields and values of hashes, all asked for at once: one way to Redis and back.
     *
     * @throws QueueUnavailable if Redis does not answer within the command timeout
     */
    public List<List<String>> hashes(List<String> keys) {
        List<AsyncCommand<String, String, List<String>>> questions =
                keys.stream().map(RedisLink::hash).toList();
        try {
            connection.get().sendAll(questions);
        } catch (RedisException | IllegalStateException | RejectedExecutionException notConnected) {
            throw problem.of(notConnected);
        }
        return questions.stream().map(this::await).toList();
    }

    private static AsyncCommand<String, String, List<String>> hash(String key) {
        return new AsyncCommand<>(new Command<>(
                CommandType.HGETALL,
                new ValueListOutput<>(StringCodec.UTF8),
                new CommandArgs<>(StringCodec.UTF8).addKey(key)));
    }

    private <T> T callOnce(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
        return await(send(command));
    }

    private <T> T await(RedisFuture<T> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failure(FailedCommand.of(failed).cause());
        } catch (TimeoutException silent) {
            // Cancelled, it is not sent again after a reconnect.
            answer.cancel(true);
            connection.leaveSilence();
            throw problem.ofSilence(silent);
        } catch (CancellationException closed) {
            throw problem.of(closed);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new QueueUnavailable("Interrupted while waiting for Redis", interrupted);
        }
    }

    /** Sends the command; the caller that waits for it turns its error into {@link #failure}. */
    <T> RedisFuture<T> send(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
        try {
            return command.apply(connection.get().commands());
        } catch (RedisException | IllegalStateException | RejectedExecutionException notConnected) {
            throw problem.of(notConnected);
        }
    }

    QueueUnavailable failure(Throwable failed) {
        connection.leaveReadOnlyReplica(failed);
        return problem.of(failed);
    }

    /** Redis owes an answer for too long. */
    void leaveSilence() {
        connection.leaveSilence();
    }

    QueueUnavailable silence() {
        return problem.ofSilence(new TimeoutException());
    }

    public RedisProblem problem() {
        return problem;
    }

    Duration timeout() {
        return timeout;
    }

    @Override
    public void close() {
        connection.close();
    }
}
