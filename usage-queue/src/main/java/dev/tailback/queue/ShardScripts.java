package dev.tailback.queue;

import java.util.List;

/** Runs the queue's scripts in one shard. */
record ShardScripts(RedisLink redis, Scripts scripts, Shard shard) {

    ShardScripts in(Shard other) {
        return new ShardScripts(redis, scripts, other);
    }

    List<Object> list(String script, String... arguments) {
        return redis.run(scripts.get(script), shard, arguments);
    }

    long number(String script, String... arguments) {
        return redis.runForNumber(scripts.get(script), shard, arguments);
    }

    String text(String script, String... arguments) {
        return redis.runForText(scripts.get(script), shard, arguments);
    }
}
