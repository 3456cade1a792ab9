package dev.tailback.queue;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One connection, made at the first command that finds Redis up. After a break the driver reconnects by itself and repeats what was under way; commands in
 * between fail at once instead of waiting. So every script may run twice, and each is written for that.
 */
final class RedisLink implements AutoCloseable {
    private static final long FAILURE_STANDS_FOR_NANOS = 100_000_000;
    private static final long REFUSAL_STANDS_FOR_NANOS = 1_000_000_000;
    private static final long ASK_AGAIN_AFTER_NANOS = 5_000_000;

    private final Supplier<Connected> connecting;
    private final boolean isCluster;
    private final Duration timeout;
    private final RedisProblem problem;
    private Connected connected;
    private RedisException lastFailure;
    private long lastFailureAt;
    private volatile long refusedInVainAt = System.nanoTime() - REFUSAL_STANDS_FOR_NANOS;

    /** @param isCluster whether the driver refuses commands while it still makes its connection to the node they are for */
    RedisLink(Supplier<Connected> connecting, boolean isCluster, Duration timeout, RedisProblem problem) {
        this.connecting = connecting;
        this.isCluster = isCluster;
        this.timeout = timeout;
        this.problem = problem;
    }

    /** Runs a script in its shard. */
    List<Object> run(Script script, Shard shard, String... arguments) {
        return evaluate(script, ScriptOutputType.MULTI, shard, arguments);
    }

    long runForNumber(Script script, Shard shard, String... arguments) {
        Long number = evaluate(script, ScriptOutputType.INTEGER, shard, arguments);
        return number;
    }

    String runForText(Script script, Shard shard, String... arguments) {
        return evaluate(script, ScriptOutputType.VALUE, shard, arguments);
    }

    // Redis forgets scripts when it restarts: the text goes along when the digest is unknown.
    private <T> T evaluate(Script script, ScriptOutputType output, Shard shard, String... arguments) {
        String[] keys = {shard.name()};
        try {
            return call(redis -> redis.<T>evalsha(script.digest(), output, keys, arguments), Duration.ZERO);
        } catch (QueueUnavailable unavailable) {
            if (unavailable.getCause() instanceof RedisNoScriptException) {
                return call(redis -> redis.<T>eval(script.text(), output, keys, arguments), Duration.ZERO);
            }
            throw unavailable;
        }
    }

    /**
     * @param blocking how long the command itself may block in Redis, on top of the command timeout
     * @throws QueueUnavailable if Redis does not do it
     */
    <T> T call(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command, Duration blocking) {
        long begin = System.nanoTime();
        while (true) {
            try {
                return callOnce(command, blocking);
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
        if (!isCluster || !notConnected(unavailable) || now - refusedInVainAt < REFUSAL_STANDS_FOR_NANOS) {
            return false;
        }
        if (now - begin < timeout.toNanos()) {
            return true;
        }
        refusedInVainAt = now;
        return false;
    }

    private <T> T callOnce(
            Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command, Duration blocking) {
        RedisFuture<T> answer = send(command);
        try {
            return answer.get(timeout.plus(blocking).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (TimeoutException silent) {
            // Cancelled, it is not sent again after a reconnect.
            answer.cancel(true);
            throw problem.ofSilence(silent);
        } catch (CancellationException closed) {
            throw problem.of(closed);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new QueueUnavailable("Interrupted while waiting for Redis", interrupted);
        }
    }

    /** The command on its way; who waits for it turns what it fails with into {@link #failure}. */
    <T> RedisFuture<T> send(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
        try {
            return command.apply(connection().commands());
        } catch (RedisException | IllegalStateException | RejectedExecutionException notConnected) {
            throw problem.of(notConnected);
        }
    }

    QueueUnavailable failure(Throwable failed) {
        leaveReadOnlyReplica(failed);
        return problem.of(failed);
    }

    QueueUnavailable silence() {
        return problem.ofSilence(new TimeoutException());
    }

    Duration timeout() {
        return timeout;
    }

    // A host that swallows packets costs the whole timeout to find out: callers that come right after do not all pay it
    // again.
    private synchronized Connected connection() {
        if (connected == null) {
            if (lastFailure != null && System.nanoTime() - lastFailureAt < FAILURE_STANDS_FOR_NANOS) {
                throw lastFailure;
            }
            connected = connect();
        }
        return connected;
    }

    private Connected connect() {
        try {
            return connecting.get();
        } catch (RedisException failure) {
            lastFailure = failure;
            lastFailureAt = System.nanoTime();
            throw failure;
        }
    }

    // After a failover the old master may stay connected as a replica: the next command asks anew who is master.
    private synchronized void leaveReadOnlyReplica(Throwable failure) {
        if (failure instanceof RedisReadOnlyException && connected != null) {
            connected.connection().closeAsync();
            connected = null;
        }
    }

    /** Whether the command surely did nothing: Redis refused it, or it never left. */
    static boolean neverCame(QueueUnavailable unavailable) {
        Throwable cause = unavailable.getCause();
        return cause instanceof RedisCommandExecutionException
                || cause instanceof RedisConnectionException
                || notConnected(unavailable);
    }

    private static boolean notConnected(QueueUnavailable unavailable) {
        return String.valueOf(unavailable.getCause().getMessage()).startsWith("Currently not connected");
    }

    static boolean says(QueueUnavailable unavailable, String code) {
        return unavailable.getCause() instanceof RedisCommandExecutionException answer
                && String.valueOf(answer.getMessage()).startsWith(code);
    }

    @Override
    public synchronized void close() {
        if (connected != null) {
            connected.connection().close();
        }
    }
}
