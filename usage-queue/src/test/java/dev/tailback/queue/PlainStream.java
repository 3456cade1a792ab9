package dev.tailback.queue;

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
 * What the queue is measured beside: a bare stream that carries the same bytes, with pipelined XADD, XREADGROUP, XACK and XDEL. It keeps no order per
 * contract, no newest version, no delay, and gives no outcomes back.
 */
record PlainStream(String uri) {
    private static final String VALUE = "v".repeat(230);

    void measure(int records, int batch) {
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().xgroupCreate(StreamOffset.from("s", "0"), "g", XGroupCreateArgs.Builder.mkstream());
            double cpuAtStart = Throughput.cpu(connection.sync());
            double fill = Throughput.seconds(() -> fill(connection.async(), records, batch));
            double cpuFilled = Throughput.cpu(connection.sync());
            double drain = Throughput.seconds(() -> {
                List<StreamMessage<String, String>> read = next(connection, batch);
                while (!read.isEmpty()) {
                    String[] ids = read.stream().map(StreamMessage::getId).toArray(String[]::new);
                    RedisFuture<Long> acknowledged = connection.async().xack("s", "g", ids);
                    RedisFuture<Long> deleted = connection.async().xdel("s", ids);
                    LettuceFutures.awaitAll(Duration.ofMinutes(1), acknowledged, deleted);
                    read = next(connection, batch);
                }
            });
            double cpuDrained = Throughput.cpu(connection.sync());
            System.out.printf(
                    "  plain stream, 1 worker: fill %,.0f/s, drain %,.0f/s; Redis us per record: fill %.1f, drain %.1f%n",
                    records / fill,
                    records / drain,
                    1e6 * (cpuFilled - cpuAtStart) / records,
                    1e6 * (cpuDrained - cpuFilled) / records);
        }
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    @SuppressWarnings("unchecked") // the driver takes the one offset as a generic varargs array
    private static List<StreamMessage<String, String>> next(
            StatefulRedisConnection<String, String> connection, int batch) {
        return connection
                .sync()
                .xreadgroup(Consumer.from("g", "c"), XReadArgs.Builder.count(batch), StreamOffset.lastConsumed("s"));
    }

    private static void fill(RedisAsyncCommands<String, String> commands, int records, int batch) {
        for (int from = 0; from < records; from += batch) {
            List<RedisFuture<String>> added = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                added.add(commands.xadd("s", "r", VALUE));
            }
            LettuceFutures.awaitAll(Duration.ofMinutes(1), added.toArray(RedisFuture[]::new));
        }
    }
}
