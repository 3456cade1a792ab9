package dev.tailback.verification.benchmarks.drain;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.usage.UsageRecord;
import io.lettuce.core.LMoveArgs;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the other workers do around a call to Salesforce, as many would write it first: each thread moves records from a
 * list to a list of its own, hands them to the sender and deletes its list; what is not accepted goes back to the end. A
 * worker that dies leaves its records in its list, and nobody looks there.
 */
public final class ListWorkers {
    private static final String WAITING = "peer:waiting";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double BLOCK_SECONDS = 1;
    private static final int PIPELINE = 1_000;

    private ListWorkers() {}

    /** Puts the records into the list, each as it stands in a call to Salesforce. */
    static void fill(String redisUri, List<UsageRecord> records) {
        RedisClient client = RedisClient.create(redisUri);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            for (int from = 0; from < records.size(); from += PIPELINE) {
                List<RedisFuture<Long>> pushed = new ArrayList<>();
                records.subList(from, Math.min(records.size(), from + PIPELINE))
                        .forEach(record -> pushed.add(connection.async().lpush(WAITING, text(record))));
                LettuceFutures.awaitAll(PATIENCE, pushed.toArray(RedisFuture[]::new));
            }
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    private static String text(UsageRecord record) {
        return UsageWriter.json(
                Mapping.tailback(),
                new UsageSnapshot(
                        record.entryId(),
                        record.contractProductId(),
                        record.version(),
                        record.units(),
                        record.cancelled(),
                        record.adReference()));
    }

    /**
     * Works until the process is ended.
     *
     * @param threads each with a call of its own
     * @param atOnce the most records that the sender gets
     * @param sender says whether Salesforce took them
     */
    public static void run(String redisUri, int threads, int atOnce, Predicate<List<String>> sender) {
        RedisClient client = RedisClient.create(redisUri);
        for (int number = 0; number < threads; number++) {
            String mine = "peer:in-hand:" + number;
            new Thread(() -> work(client, mine, atOnce, sender), "peer-" + number).start();
        }
    }

    private static void work(RedisClient client, String mine, int atOnce, Predicate<List<String>> sender) {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            while (!Thread.currentThread().isInterrupted()) {
                List<String> records = take(connection, mine, atOnce);
                if (!records.isEmpty()) {
                    if (!sender.test(records)) {
                        connection.sync().lpush(WAITING, records.toArray(String[]::new));
                    }
                    connection.sync().del(mine);
                }
            }
        }
    }

    private static List<String> take(StatefulRedisConnection<String, String> connection, String mine, int atOnce) {
        String first = connection.sync().blmove(WAITING, mine, LMoveArgs.Builder.rightLeft(), BLOCK_SECONDS);
        if (first == null) {
            return List.of();
        }
        List<RedisFuture<String>> moved = new ArrayList<>();
        for (int more = 1; more < atOnce; more++) {
            moved.add(connection.async().lmove(WAITING, mine, LMoveArgs.Builder.rightLeft()));
        }
        LettuceFutures.awaitAll(PATIENCE, moved.toArray(RedisFuture[]::new));
        List<String> records = new ArrayList<>(List.of(first));
        for (RedisFuture<String> next : moved) {
            String record = next.toCompletableFuture().join();
            if (record != null) {
                records.add(record);
            }
        }
        return records;
    }
}
