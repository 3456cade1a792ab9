package dev.tailback.queue.scripts;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.redis.FailedCommand;
import dev.tailback.queue.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import java.util.List;

/** Runs the queue's scripts in one shard. */
public record ShardScripts(RedisLink redis, Scripts scripts, Shard shard) {

    ShardScripts in(Shard other) {
        return new ShardScripts(redis, scripts, other);
    }

    public List<Object> list(String script, String... arguments) {
        return run(scripts.get(script), ScriptOutputType.MULTI, arguments);
    }

    public long number(String script, String... arguments) {
        Long number = run(scripts.get(script), ScriptOutputType.INTEGER, arguments);
        return number;
    }

    public String text(String script, String... arguments) {
        return run(scripts.get(script), ScriptOutputType.VALUE, arguments);
    }

    // Redis forgets scripts when it restarts: the text goes along when the digest is unknown.
    private <T> T run(Script script, ScriptOutputType output, String... arguments) {
        String[] keys = {shard.name()};
        try {
            return redis.call(commands -> commands.<T>evalsha(script.digest(), output, keys, arguments));
        } catch (QueueUnavailable unavailable) {
            if (FailedCommand.of(unavailable).isOfUnknownScript()) {
                return redis.call(commands -> commands.<T>eval(script.text(), output, keys, arguments));
            }
            throw unavailable;
        }
    }
}
