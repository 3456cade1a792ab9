package dev.tailback.queue.scripts;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.redis.FailedCommand;
import dev.tailback.queue.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Runs the queue's scripts in one shard. Each is a file with the common part put in after its first line, which holds
 * Redis' flags.
 */
public final class ShardScripts {
    private static final String FOLDER = "/dev/tailback/queue/";

    private final RedisLink redis;
    private final Shard shard;
    private final UnaryOperator<String> source;
    private final int shards;
    private final Map<String, Script> loaded;

    /**
     * @param source gives a file's text by its name
     * @param shards how many there are, which the gate compares
     */
    public ShardScripts(RedisLink redis, Shard shard, UnaryOperator<String> source, int shards) {
        this(redis, shard, source, shards, new ConcurrentHashMap<>());
    }

    private ShardScripts(
            RedisLink redis, Shard shard, UnaryOperator<String> source, int shards, Map<String, Script> loaded) {
        this.redis = redis;
        this.shard = shard;
        this.source = source;
        this.shards = shards;
        this.loaded = loaded;
    }

    ShardScripts in(Shard other) {
        return new ShardScripts(redis, other, source, shards, loaded);
    }

    public RedisLink redis() {
        return redis;
    }

    public Shard shard() {
        return shard;
    }

    public List<Object> list(String script, String... arguments) {
        return run(script, ScriptOutputType.MULTI, arguments);
    }

    public long number(String script, String... arguments) {
        Long number = run(script, ScriptOutputType.INTEGER, arguments);
        return number;
    }

    public String text(String script, String... arguments) {
        return run(script, ScriptOutputType.VALUE, arguments);
    }

    // Redis forgets scripts when it restarts: the text goes along when the digest is unknown.
    private <T> T run(String name, ScriptOutputType output, String... arguments) {
        Script script = loaded.computeIfAbsent(name, this::assembled);
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

    private Script assembled(String name) {
        String own = source.apply(name + ".lua");
        int firstLine = own.indexOf('\n') + 1;
        String common = "local SHARDS = " + shards + "\n" + source.apply("common.lua");
        return Script.of(own.substring(0, firstLine) + common + own.substring(firstLine));
    }

    /** A script's file as it is in the build. */
    public static String resource(String file) {
        try (InputStream text = ShardScripts.class.getResourceAsStream(FOLDER + file)) {
            if (text == null) {
                throw new IllegalStateException("The script " + file + " is missing from the build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
