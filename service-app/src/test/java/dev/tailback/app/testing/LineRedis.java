package dev.tailback.app.testing;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import dev.tailback.testservices.TestServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The Redis of a line, which no other line uses at the same time. When the line ends, the next one gets it, empty; but
 * a Redis that a test got hold of may have been killed or set up differently, and ends with its line.
 */
final class LineRedis implements AutoCloseable {

    // One per line that lives at a time: starting a process for each of hundreds takes minutes.
    private static final Deque<EmbeddedRedis> SPARE = new ConcurrentLinkedDeque<>();

    private final EmbeddedRedis redis;
    private boolean heldByTheTest;

    private LineRedis(EmbeddedRedis redis) {
        this.redis = redis;
    }

    static LineRedis take() {
        EmbeddedRedis spare = SPARE.poll();
        return new LineRedis(spare == null ? TestServices.ownRedis() : spare);
    }

    String uri() {
        return redis.uri();
    }

    EmbeddedRedis forTheTest() {
        heldByTheTest = true;
        return redis;
    }

    @Override
    public void close() {
        if (heldByTheTest) {
            redis.close();
        } else {
            empty();
            SPARE.push(redis);
        }
    }

    private void empty() {
        try {
            RedisWire.ask(redis.uri(), "FLUSHALL");
            RedisWire.ask(redis.uri(), "SCRIPT FLUSH");
        } catch (IOException gone) {
            throw new UncheckedIOException("The Redis of a line ended although no test held it", gone);
        }
    }
}
