package dev.tailback.queue;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.cluster.PartitionException;

/** Redis cannot be reached or refuses to work just now. The message is a sentence for people; whether the command took effect is unknown. */
public final class QueueUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the command surely did nothing: Redis refused it, or it never left. */
    boolean neverCame() {
        return getCause() instanceof RedisCommandExecutionException
                || getCause() instanceof RedisConnectionException
                || getCause() instanceof PartitionException
                || isNotConnected();
    }

    boolean isNotConnected() {
        return String.valueOf(getCause().getMessage()).startsWith("Currently not connected");
    }

    /** Whether Redis does not know the script by its digest. */
    boolean isUnknownScript() {
        return getCause() instanceof RedisNoScriptException;
    }

    /** @param code the word that Redis' answer begins with */
    boolean says(String code) {
        return getCause() instanceof RedisCommandExecutionException answer
                && String.valueOf(answer.getMessage()).startsWith(code);
    }
}
