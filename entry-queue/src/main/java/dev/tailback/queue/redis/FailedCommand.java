package dev.tailback.queue.redis;

import dev.tailback.queue.QueueUnavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.cluster.PartitionException;
import java.util.concurrent.ExecutionException;

/** What the driver says about a command that failed. */
public record FailedCommand(Throwable cause) {

    public static FailedCommand of(QueueUnavailable unavailable) {
        Throwable cause = unavailable.getCause();
        return new FailedCommand(cause == null ? unavailable : cause);
    }

    static FailedCommand of(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return new FailedCommand(cause == null ? failed : cause);
    }

    /** Whether the command certainly did nothing: Redis refused it, or it was never sent. */
    public boolean hadNoEffect() {
        return cause instanceof RedisCommandExecutionException
                || cause instanceof RedisConnectionException
                || cause instanceof PartitionException
                || isNotConnected();
    }

    boolean isNotConnected() {
        return String.valueOf(cause.getMessage()).startsWith("Currently not connected");
    }

    /** Whether Redis does not know the script by its digest. */
    public boolean isOfUnknownScript() {
        return cause instanceof RedisNoScriptException;
    }

    /** @param code the word that Redis' answer begins with */
    public boolean says(String code) {
        return cause instanceof RedisCommandExecutionException answer
                && String.valueOf(answer.getMessage()).startsWith(code);
    }
}
