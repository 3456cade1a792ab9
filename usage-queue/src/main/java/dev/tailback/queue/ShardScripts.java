package dev.tailback.queue;

import io.lettuce.core.ScriptOutputType;
import java.util.List;

/** Runs the queue's scripts in one shard. */
record ShardScripts(RedisLink redis, Scripts scripts, Shard shard) {

    ShardScripts in(Shard other) {
        return new ShardScripts(redis, scripts, other);
    }

    List<Object> list(String script, String... arguments) {
        return run(scripts.get(script), ScriptOutputType.MULTI, arguments);
    }

    long number(String script, String... arguments) {
        Long number = run(scripts.get(script), ScriptOutputType.INTEGER, arguments);
        return number;
    }

    String text(String script, String... arguments) {
        return run(scripts.get(script), ScriptOutputType.VALUE, arguments);
    }

    // Redis forgets scripts when it restarts: the text goes along when the digest is unknown.
    private <T> T run(Script script, ScriptOutputType output, String... arguments) {
        String[] keys = {shard.name()};
        try {
            return redis.call(commands -> commands.<T>evalsha(script.digest(), output, keys, arguments));
        } catch (QueueUnavailable unavailable) {
            if (unavailable.isUnknownScript()) {
                return redis.call(commands -> commands.<T>eval(script.text(), output, keys, arguments));
            }
            throw unavailable;
        }
    }
}
