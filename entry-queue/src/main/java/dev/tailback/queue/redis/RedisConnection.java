package dev.tailback.queue.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.protocol.AsyncCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One connection, made at the first command that finds Redis up. After a break the driver reconnects automatically and
 * repeats the commands under way; it then asks the Sentinels which Redis is the master.
 */
final class RedisConnection implements AutoCloseable {
    private static final long FAILURE_STANDS_FOR_NANOS = 100_000_000;

    private final Supplier<Connected> connecting;
    private final boolean hasSentinels;
    private Optional<Connected> connected = Optional.empty();
    private Optional<RedisException> lastFailure = Optional.empty();
    private long lastFailureAt;

    /** To one Redis, or to all nodes of a cluster; the commands are those that both have. */
    record Connected(
            StatefulConnection<String, String> connection, RedisClusterAsyncCommands<String, String> commands) {

        /** Sends all in one go. */
        <T> List<AsyncCommand<String, String, T>> sendAll(List<AsyncCommand<String, String, T>> several) {
            connection.dispatch(several);
            return several;
        }
    }

    /** @param hasSentinels whether another Redis may be the master by the time this one does not answer */
    RedisConnection(Supplier<Connected> connecting, boolean hasSentinels) {
        this.connecting = connecting;
        this.hasSentinels = hasSentinels;
    }

    // A host that swallows packets costs the whole timeout to find out: callers that come right after do not all pay it
    // again.
    synchronized Connected get() {
        if (connected.isPresent()) {
            return connected.get();
        }
        if (lastFailure.isPresent() && System.nanoTime() - lastFailureAt < FAILURE_STANDS_FOR_NANOS) {
            throw lastFailure.get();
        }
        Connected fresh = connect();
        connected = Optional.of(fresh);
        return fresh;
    }

    private Connected connect() {
        try {
            return connecting.get();
        } catch (RedisException failure) {
            lastFailure = Optional.of(failure);
            lastFailureAt = System.nanoTime();
            throw failure;
        }
    }

    // After a failover the old master may stay connected as a replica: the next command asks anew who is master.
    void leaveReadOnlyReplica(Throwable failure) {
        if (failure instanceof RedisReadOnlyException) {
            leave();
        }
    }

    // A host that lost its power breaks no connection: for a quarter of an hour nothing would tell that a replica has
    // taken over.
    void leaveSilence() {
        if (hasSentinels) {
            leave();
        }
    }

    private synchronized void leave() {
        connected.ifPresent(left -> left.connection().closeAsync());
        connected = Optional.empty();
    }

    @Override
    public synchronized void close() {
        connected.ifPresent(last -> last.connection().close());
    }
}
