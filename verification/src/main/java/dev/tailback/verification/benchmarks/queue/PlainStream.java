package dev.tailback.verification.benchmarks.queue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.verification.benchmarks.lab.RedisMeter;
import dev.tailback.verification.benchmarks.peers.Passage;
import io.lettuce.core.Consumer;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the queue is measured beside: a bare stream that carries the same bytes, with pipelined XADD, XREADGROUP, XACK
 * and XDEL. It keeps no order per contract, no newest version, no delay, and gives no outcomes back.
 */
record PlainStream(EmbeddedRedis redis, int workers) {
    static final String KEEPS =
            "no order per contract; every version; a dead worker's records come back if another claims them; no"
                    + " outcomes";

    private static final String VALUE = "v".repeat(230);
    private static final String STREAM = "s";
    private static final String GROUP = "g";

    Passage measure(int records) {
        RedisClient client = RedisClient.create(redis.uri());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().xgroupCreate(StreamOffset.from(STREAM, "0"), GROUP, XGroupCreateArgs.Builder.mkstream());
            return measure(records, client, connection);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    private Passage measure(int records, RedisClient client, StatefulRedisConnection<String, String> connection) {
        RedisMeter meter = new RedisMeter(redis);
        double empty = meter.bytes();
        double begin = meter.processor();
        double fill = RedisMeter.seconds(() -> fill(connection.async(), records));
        double filled = meter.processor();
        double bytes = meter.bytes() - empty;
        double log = meter.logBytes();
        double drain = RedisMeter.seconds(() -> OurQueue.atOnce(workers, () -> drain(client)));
        return new Passage(records, records, fill, drain, filled - begin, meter.processor() - filled, bytes, log);
    }

    private static void fill(RedisAsyncCommands<String, String> commands, int records) {
        for (int from = 0; from < records; from += OurQueue.BATCH) {
            List<RedisFuture<String>> added = new ArrayList<>();
            for (int number = from; number < Math.min(records, from + OurQueue.BATCH); number++) {
                added.add(commands.xadd(STREAM, "r", VALUE));
            }
            LettuceFutures.awaitAll(Duration.ofMinutes(1), added.toArray(RedisFuture[]::new));
        }
    }

    private static void drain(RedisClient client) {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            drain(connection);
        }
    }

    private static void drain(StatefulRedisConnection<String, String> connection) {
        List<StreamMessage<String, String>> read = next(connection);
        while (!read.isEmpty()) {
            String[] ids = read.stream().map(StreamMessage::getId).toArray(String[]::new);
            RedisFuture<Long> acknowledged = connection.async().xack(STREAM, GROUP, ids);
            RedisFuture<Long> deleted = connection.async().xdel(STREAM, ids);
            LettuceFutures.awaitAll(Duration.ofMinutes(1), acknowledged, deleted);
            read = next(connection);
        }
    }

    @SuppressWarnings("unchecked") // the driver takes the one offset as a generic varargs array
    private static List<StreamMessage<String, String>> next(StatefulRedisConnection<String, String> connection) {
        return connection
                .sync()
                .xreadgroup(
                        Consumer.from(GROUP, "c" + Thread.currentThread().getId()),
                        XReadArgs.Builder.count(OurQueue.BATCH),
                        StreamOffset.lastConsumed(STREAM));
    }
}
