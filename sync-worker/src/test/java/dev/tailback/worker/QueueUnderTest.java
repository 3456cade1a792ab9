package dev.tailback.worker;

import static org.awaitility.Awaitility.await;

import dev.tailback.mapping.MappingYaml;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.OutcomeStream;
import dev.tailback.queue.Published;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.WorkerReport;
import dev.tailback.usage.UsageRecord;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The queue as the service app holds it: offers records and reads what became of them. */
public final class QueueUnderTest implements AutoCloseable {
    private final String redisUri;
    private final EntryQueue queue;
    private final OutcomeStream stream;
    private final List<Outcome> outcomes = new ArrayList<>();

    public QueueUnderTest(String redisUri) {
        this.redisUri = redisUri;
        this.queue = EntryQueue.connect(new QueueConfiguration(UsageRecord.QUEUE, redisUri, 1, Duration.ofSeconds(20)));
        this.stream = queue.outcomes("test");
    }

    public String redisUri() {
        return redisUri;
    }

    public EntryQueue queue() {
        return queue;
    }

    /** The mapping that a service app publishes unless an admin has written another one. */
    public static final Published SHIPPED = Published.of(0, MappingYaml.shippedText());

    /** What the service app does with a new Redis. */
    public QueueUnderTest rebuilt(UsageRecord... records) {
        try (Rebuild rebuild =
                queue.operations().beginRebuild(Duration.ofMinutes(1)).orElseThrow()) {
            rebuild.offer(UsageRecord.entries(List.of(records)));
            rebuild.publish(SHIPPED, "");
            rebuild.finish();
        }
        return this;
    }

    public void offer(UsageRecord... records) {
        queue.offer(UsageRecord.entries(List.of(records)));
    }

    /** The first outcome of the entry of that kind; waits for it. */
    public Outcome outcome(UsageRecord record, OutcomeKind kind) {
        return first(outcome -> outcome.entryId().equals(record.entryId()) && outcome.kind() == kind);
    }

    public Outcome first(Predicate<Outcome> wanted) {
        return known(wanted)
                .orElseGet(() ->
                        await().until(() -> read(wanted), Optional::isPresent).orElseThrow());
    }

    /** Everything read so far, in the order it was settled. */
    public List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    public WorkerReport report(Predicate<WorkerReport> wanted) {
        return await().until(
                        () -> queue.operations().workers().stream()
                                .filter(wanted)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Writes into the published mapping as a stranger would. */
    public void damageMapping(String field, String value) {
        RedisClient client = RedisClient.create(redisUri);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisCommands<String, String> redis = connection.sync();
            redis.keys("*:mapping").forEach(key -> redis.hset(key, field, value));
        } finally {
            client.shutdown();
        }
    }

    /** Damages the waiting copy of an entry, wherever the queue keeps it. */
    public void damage(UUID entryId, String value) {
        RedisClient client = RedisClient.create(redisUri);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisCommands<String, String> redis = connection.sync();
            redis.keys("*").stream()
                    .filter(key -> redis.type(key).equals("hash") && redis.hexists(key, entryId.toString()))
                    .forEach(key -> redis.hset(key, entryId.toString(), value));
        } finally {
            client.shutdown();
        }
    }

    private synchronized Optional<Outcome> read(Predicate<Outcome> wanted) {
        List<Outcome> more = stream.read(100, Duration.ofMillis(20));
        stream.acknowledge(more);
        outcomes.addAll(more);
        return known(wanted);
    }

    private Optional<Outcome> known(Predicate<Outcome> wanted) {
        return outcomes.stream().filter(wanted).findFirst();
    }

    @Override
    public void close() {
        stream.close();
        queue.close();
    }
}
