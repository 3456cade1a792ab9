package dev.tailback.verification.benchmarks.drain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tailback.queue.UsageRecord;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import io.lettuce.core.LMoveArgs;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * What Tailback is measured beside: the worker many would write first. Each thread moves one record from a list to a
 * list of its own, upserts it by external id with one PATCH, and removes it; a record that is not accepted goes back to
 * the end. The same writer, the same session, the same Redis settings.
 */
final class OneRecordACall implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WAITING = "peer:waiting";
    private static final double BLOCK_SECONDS = 1;
    private static final int PIPELINE = 1_000;

    private final RedisClient client;
    private final UsageWriter writer;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    OneRecordACall(String redisUri, UsageWriter writer) {
        this.client = RedisClient.create(redisUri);
        this.writer = writer;
    }

    void offer(List<UsageRecord> records) {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            for (int from = 0; from < records.size(); from += PIPELINE) {
                List<RedisFuture<Long>> pushed = new ArrayList<>();
                records.subList(from, Math.min(records.size(), from + PIPELINE))
                        .forEach(record -> pushed.add(connection.async().lpush(WAITING, write(snapshot(record)))));
                LettuceFutures.awaitAll(Duration.ofMinutes(1), pushed.toArray(RedisFuture[]::new));
            }
        }
    }

    void work(int callsInFlight) {
        for (int number = 0; number < callsInFlight; number++) {
            String mine = "peer:in-hand:" + number;
            Thread thread = new Thread(() -> work(mine), "peer-" + number);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work(String mine) {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisCommands<String, String> redis = connection.sync();
            while (ended.getCount() > 0) {
                String value = redis.blmove(WAITING, mine, LMoveArgs.Builder.rightLeft(), BLOCK_SECONDS);
                if (value != null) {
                    send(redis, mine, value);
                }
            }
        }
    }

    private void send(RedisCommands<String, String> redis, String mine, String value) {
        Delivery delivery = writer.upsert(List.of(read(value)));
        if (!delivery.isAnswered()) {
            redis.lpush(WAITING, value);
        }
        redis.lrem(mine, 1, value);
    }

    private static UsageSnapshot snapshot(UsageRecord record) {
        return new UsageSnapshot(
                record.entryId(),
                record.contractProductId(),
                record.version(),
                record.units(),
                record.cancelled(),
                record.adReference());
    }

    private static String write(UsageSnapshot snapshot) {
        try {
            return JSON.writeValueAsString(snapshot);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot write " + snapshot, impossible);
        }
    }

    private static UsageSnapshot read(String value) {
        try {
            return JSON.readValue(value, UsageSnapshot.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot read " + value, impossible);
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
