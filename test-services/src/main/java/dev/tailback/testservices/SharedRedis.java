package dev.tailback.testservices;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The Redis all test classes of this JVM use one after another. */
record SharedRedis(String uri, String origin) {

    static SharedRedis contained() {
        return new SharedRedis(Containers.redis(), "container");
    }

    static SharedRedis embedded(TestWorkspace workspace) {
        EmbeddedRedis redis = EmbeddedRedis.start(workspace.processes(), "redis", workspace.directory("redis"), 0);
        return new SharedRedis(redis.uri(), "embedded (no Docker engine answered)");
    }

    void empty() {
        try {
            RedisWire.ask(uri, "FLUSHALL");
        } catch (IOException e) {
            throw new UncheckedIOException("The test Redis at " + uri + " is gone", e);
        }
    }
}
