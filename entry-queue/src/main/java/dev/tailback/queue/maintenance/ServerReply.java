package dev.tailback.queue.maintenance;

import dev.tailback.queue.BoundedText;
import dev.tailback.queue.RedisServer;
import dev.tailback.queue.scripts.ShardScripts;
import java.util.List;

/** Reads the answer of {@code server.lua}. */
public final class ServerReply {
    private static final int LONGEST_WORD = 40;

    private ServerReply() {}

    public static RedisServer of(ShardScripts shard) {
        List<Object> reply = shard.list("server");
        return new RedisServer(word(reply.get(0)), isYes(reply.get(1)), isYes(reply.get(2)), word(reply.get(3)));
    }

    private static boolean isYes(Object number) {
        return Long.valueOf(1).equals(number);
    }

    private static String word(Object text) {
        return BoundedText.of(text.toString(), LONGEST_WORD);
    }
}
