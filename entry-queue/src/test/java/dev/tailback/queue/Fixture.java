package dev.tailback.queue;

import dev.tailback.queue.batches.RepeatedSettlement;
import dev.tailback.queue.redis.RedisConnections;
import dev.tailback.queue.redis.RedisLink;
import dev.tailback.queue.scripts.Shard;
import dev.tailback.queue.scripts.ShardScripts;
import dev.tailback.testservices.TestServices;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An open queue in an empty Redis, with scripts whose clock the test turns and whose text it may damage. */
final class Fixture implements AutoCloseable {
    static final Duration LEASE = Duration.ofMinutes(1);
    static final String Q = "tailback:{usage-0}";

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private long millis = 1_800_000_000_000L;

    private final String uri;
    private final UnaryOperator<String> source;

    private final RedisConnections connections;
    private final RedisLink link;

    final EntryQueue queue;

    private Fixture(String uri, UnaryOperator<String> source) {
        this.uri = uri;
        this.source = source;
        this.connections = new RedisConnections(patient(uri));
        this.link = connections.link();
        this.client = RedisClient.create(uri);
        this.connection = client.connect();
        this.queue = EntryQueue.connect(patient(uri), source);
    }

    /** For tests in which no time limit is the subject: a busy machine may take its time. */
    static QueueConfiguration patient(String uri) {
        return patient(uri, 1);
    }

    static QueueConfiguration patient(String uri, int shards) {
        return new QueueConfiguration("usage", uri, shards, Duration.ofSeconds(20));
    }

    /** The queue as shipped, on Redis' own clock. */
    static Fixture onRedisClock() {
        return on(TestServices.emptyRedis(), ShardScripts::resource);
    }

    /** The queue as shipped, but time stands still until {@link #pass}. */
    static Fixture onStandingClock() {
        return mutated("", "", "");
    }

    /** With a piece of one script replaced. */
    static Fixture mutated(String file, String piece, String replacement) {
        return mutated(file, piece, replacement, UnaryOperator.identity());
    }

    private static Fixture mutated(String file, String piece, String replacement, UnaryOperator<String> forTheTest) {
        return on(TestServices.emptyRedis(), name -> {
            String text = ShardScripts.resource(name);
            if (name.equals(file)) {
                if (!text.contains(piece)) {
                    throw new IllegalArgumentException(file + " has no piece " + piece);
                }
                text = text.replace(piece, replacement);
            }
            // A minute of ours may be many of a busy machine: nothing is forgotten by Redis' own clock.
            return forTheTest
                    .apply(text)
                    .replace("redis.call('TIME')", "{0, redis.call('GET', 'clock') * 1000}")
                    .replace(", 'PX', ARGV[2])", ")");
        });
    }

    /**
     * With order kept beside a group of more than eight records, and more than two records of a batch left to the
     * client to read, so that random operations come there.
     */
    static Fixture withSmallOrders(String file, String piece, String replacement) {
        UnaryOperator<String> small =
                text -> text.replace("local LARGEST_UNORDERED = 2000", "local LARGEST_UNORDERED = 8")
                        .replace("local FEW = 20", "local FEW = 2");
        return mutated(file, piece, replacement, small);
    }

    private static Fixture on(String uri, UnaryOperator<String> source) {
        Fixture fixture = new Fixture(uri, source);
        fixture.pass(Duration.ZERO);
        fixture.open();
        return fixture;
    }

    void pass(Duration time) {
        millis += time.toMillis();
        redis().set("clock", Long.toString(millis));
    }

    void open() {
        try (Rebuild rebuild =
                queue.operations().beginRebuild(Duration.ofSeconds(30)).orElseThrow()) {
            rebuild.finish();
        }
    }

    /** The same queue as another process sees it. */
    EntryQueue elsewhere() {
        return EntryQueue.connect(patient(uri), source);
    }

    String uri() {
        return uri;
    }

    RedisCommands<String, String> redis() {
        return connection.sync();
    }

    Batch take(String batchId) {
        return take(batchId, 200);
    }

    Batch take(String batchId, int limit) {
        return (Batch) queue.take(batchId, limit, LEASE);
    }

    List<String> settleTwice(String batchId, List<Settlement> settlements) {
        return RepeatedSettlement.of(shard(), batchId, settlements);
    }

    ShardScripts shard() {
        return new ShardScripts(link, new Shard("usage", 0), source, 1);
    }

    OutcomeStream outcomes() {
        return queue.outcomes("test");
    }

    /** A Redis by itself. */
    record Wire(RedisClient client, RedisCommands<String, String> commands) implements AutoCloseable {
        @Override
        public void close() {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    static Wire wire(String uri) {
        RedisClient client = RedisClient.create(uri);
        return new Wire(client, client.connect().sync());
    }

    static QueueEntry entry(String group, UUID entry, long version) {
        return new QueueEntry(entry, group, version, "what version " + version + " says", 0);
    }

    static QueueEntry entry(String group, int entry, long version) {
        return entry(group, id(entry), version);
    }

    static UUID id(int entry) {
        return new UUID(0, entry);
    }

    static Settlement accepted(QueueEntry record) {
        return new Settlement.Accepted(record.id(), record.version(), "a0U-" + record.id(), OptionalLong.of(4_711));
    }

    static Settlement later(QueueEntry record, Duration delay) {
        return new Settlement.RetryLater(
                record.id(), record.version(), record.attempts() + 1, delay, "row_busy", "The row was busy.");
    }

    static Settlement parked(QueueEntry record) {
        return new Settlement.Parked(
                record.id(), record.version(), record.attempts() + 1, "locked", "The group is closed.");
    }

    static List<Settlement> allAccepted(Batch batch) {
        return batch.entries().stream().map(Fixture::accepted).toList();
    }

    @Override
    public void close() {
        queue.close();
        link.close();
        connections.close();
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
