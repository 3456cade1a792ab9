package dev.tailback.queue;

import static dev.tailback.queue.Fixture.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tailback.testservices.TestServices;
import io.lettuce.core.Range;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The queue of usage in Redis, key by key and letter by letter, as every release so far has written it: an upgrade
 * finds its queue, and programs of two releases work on it side by side.
 */
class WireFormatTest {
    private static final String Q = "tailback:{usage-0}";
    private static final String PAYLOAD =
            "{\"v\":1,\"product\":\"a01\",\"units\":3,\"cancelled\":false,\"ad\":\"AD-7\"}";
    private static final String MAPPING = "name: first";
    private static final String STAMP = "3-22b48c9f5a6bf35a5aed8f44a0ce7a769960bd90";

    private final String uri = TestServices.emptyRedis();
    private final Fixture.Wire wire = Fixture.wire(uri);
    private final RedisCommands<String, String> redis = wire.commands();
    private EntryQueue queue;

    @BeforeEach
    void connect() {
        queue = EntryQueue.connect(Fixture.patient(uri));
    }

    @AfterEach
    void close() {
        queue.close();
        wire.close();
    }

    @Test
    void an_upgrade_finds_the_open_gate_what_waits_what_flies_what_is_delayed_and_what_is_held() {
        String later = Long.toString(Instant.now().plusSeconds(600).toEpochMilli());
        redis.set(Q + ":epoch", origin() + "/1/2/mapping/holds");
        redis.set(Q + ":seq", "5");
        redis.hset(Q + ":mapping", Map.of("version", "3", "stamp", STAMP, "text", MAPPING));
        redis.hset(Q + ":holds", Map.of("contract:800H", "1", "code:ROW_BUSY", "1"));
        redis.hset(Q + ":counts", Map.of("waiting", "3", "flying", "1", "outcomes", "1"));
        redis.rpush(Q + ":ready", "1800000000000:800A");
        redis.hset(Q + ":g:800A", Map.of(id(1).toString(), "7|2|2|" + PAYLOAD, id(2).toString(), "1|0|1|" + PAYLOAD));
        redis.hset(Q + ":g:800H", id(3).toString(), "4|0|3|" + PAYLOAD);
        redis.hset(Q + ":onhold", "800H", "1800000000000");
        redis.rpush(Q + ":b:batch-1", "1-1800000000000-4", "800B");
        redis.hset(Q + ":busy", "800B", "batch-1");
        redis.hset(Q + ":f:batch-1:800B", id(4).toString(), "9|1|4|" + PAYLOAD);
        redis.zadd(Q + ":lease", Double.parseDouble(later), "batch-1");
        redis.zadd(Q + ":delay", Double.POSITIVE_INFINITY, id(5).toString());
        redis.hset(Q + ":wait", id(5).toString(), "800C\n2|3|5|" + PAYLOAD);
        redis.hset(Q + ":causes", id(5).toString(), "ROW_BUSY");
        redis.xadd(
                Q + ":outcomes",
                Map.of(
                        "at", "1800000000000",
                        "n", "1",
                        "calls", "[[\"worker-7\",1800000000000,43,200]]",
                        "outcomes",
                                "[[\"" + id(6)
                                        + "\",\"800D\",5,1,\"a02\",null,null,\"ACCEPTED\",null,null,42,0,true]]"));
        assertEquals(List.of(), queue.operations().audit());

        Batch batch = assertInstanceOf(Batch.class, queue.take("batch-2", 200, Fixture.LEASE, STAMP));

        assertEquals(
                List.of(new QueueEntry(id(2), "800A", 1, PAYLOAD, 0), new QueueEntry(id(1), "800A", 7, PAYLOAD, 2)),
                batch.entries());
        assertEquals(List.of(), batch.unreadable());
        assertEquals(
                Settled.DONE,
                queue.settle("batch-1", List.of(new Settlement.Accepted(id(4), 9, "a03", OptionalLong.empty()))));
        assertEquals(new Offered.Taken(0, 1), queue.offer(List.of(new QueueEntry(id(5), "800C", 2, PAYLOAD, 3))));
        assertEquals(
                new Published(STAMP, MAPPING), queue.operations().published().orElseThrow());
        queue.operations().hold(Holds.NONE);
        Batch letGo = assertInstanceOf(Batch.class, queue.take("batch-3", 200, Fixture.LEASE, STAMP));
        assertEquals(
                Set.of("800C", "800H"),
                new TreeSet<>(letGo.entries().stream().map(QueueEntry::group).toList()));
        assertEquals(List.of(), queue.operations().audit());
        try (OutcomeStream outcomes = queue.outcomes("ledger")) {
            Outcome told = outcomes.read(1, Duration.ZERO).get(0);
            assertEquals(List.of(id(6), "800D", 5L), List.of(told.entryId(), told.group(), told.version()));
            assertEquals(OutcomeKind.ACCEPTED, told.kind());
            assertEquals(Optional.of("a02"), told.acceptedId());
            assertEquals(OptionalLong.of(42), told.sent());
            assertEquals("worker-7", told.attempt().orElseThrow().worker());
        }
    }

    @Test
    void what_it_writes_is_what_an_earlier_release_reads() {
        open();
        queue.operations().publish(Published.of(3, MAPPING));
        queue.offer(List.of(
                new QueueEntry(id(1), "800A", 7, PAYLOAD, 2),
                new QueueEntry(id(2), "800B", 1, PAYLOAD, 0),
                new QueueEntry(id(4), "800H", 1, PAYLOAD, 0)));
        queue.postpone(List.of(new Postponed(
                new QueueEntry(id(3), "800C", 2, PAYLOAD, 3), Duration.ofMinutes(10), Optional.of("ROW_BUSY"))));
        queue.operations().hold(new Holds(Set.of("800H"), Set.of("ROW_BUSY")));
        queue.take("batch-1", 2, Fixture.LEASE);

        assertEquals(origin() + "/1/2/mapping/holds", redis.get(Q + ":epoch"));
        assertEquals(Map.of("version", "3", "stamp", STAMP, "text", MAPPING), redis.hgetall(Q + ":mapping"));
        assertEquals(
                Set.of("contract:800H", "code:ROW_BUSY"),
                redis.hgetall(Q + ":holds").keySet());
        assertEquals(Map.of("800A", "batch-1", "800B", "batch-1"), redis.hgetall(Q + ":busy"));
        assertEquals("7|2|#|" + PAYLOAD, record(Q + ":f:batch-1:800A", 1));
        assertEquals("1|0|#|" + PAYLOAD, record(Q + ":f:batch-1:800B", 2));
        assertEquals("1|0|#|" + PAYLOAD, record(Q + ":g:800H", 4));
        assertEquals("800C\n2|3|#|" + PAYLOAD, record(Q + ":wait", 3));
        assertEquals(
                List.of("2-#-#", "800A", "800B"),
                redis.lrange(Q + ":b:batch-1", 0, -1).stream()
                        .map(item -> item.replaceAll("-\\d+", "-#"))
                        .toList());
        assertEquals("#:800H", redis.lindex(Q + ":ready", 0).replaceAll("^\\d{13}", "#"));
        assertEquals(List.of("batch-1"), redis.zrange(Q + ":lease", 0, -1));
        assertEquals(List.of(id(3).toString()), redis.zrange(Q + ":delay", 0, -1));
        assertEquals(Map.of(id(3).toString(), "ROW_BUSY"), redis.hgetall(Q + ":causes"));
        assertEquals(Map.of("waiting", "1", "flying", "2"), redis.hgetall(Q + ":counts"));
        assertEquals(
                Set.of(
                        "b:batch-1",
                        "busy",
                        "causes",
                        "counts",
                        "delay",
                        "epoch",
                        "f:batch-1:800A",
                        "f:batch-1:800B",
                        "g:800H",
                        "holds",
                        "lease",
                        "mapping",
                        "marker",
                        "ready",
                        "seq",
                        "wait"),
                redis.keys("*").stream()
                        .map(key -> key.substring(Q.length() + 1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void an_outcome_is_written_as_an_earlier_release_reads_it() {
        open();
        queue.offer(List.of(
                new QueueEntry(id(1), "800A", 7, PAYLOAD, 2),
                new QueueEntry(id(2), "800A", 1, PAYLOAD, 0),
                new QueueEntry(id(3), "800A", 4, PAYLOAD, 1)));
        queue.take("batch-1", 200, Fixture.LEASE);
        Settlement.Attempt attempt = new Settlement.Attempt(
                "worker-7",
                Instant.ofEpochMilli(1_800_000_000_000L),
                Duration.ofMillis(43),
                OptionalInt.of(200),
                true,
                Optional.empty());
        queue.settle(
                "batch-1",
                List.of(
                        new Settlement.Accepted(id(1), 7, "a02", OptionalLong.of(42)),
                        new Settlement.Parked(id(2), 1, 1, "LOCKED", "It is locked."),
                        new Settlement.ParkedUnreadable(id(3).toString(), "PAYLOAD_UNREADABLE", "It is damaged.")),
                Map.of(id(1), attempt));

        Map<String, String> written =
                redis.xrange(Q + ":outcomes", Range.unbounded()).get(0).getBody();
        assertEquals(Set.of("at", "n", "calls", "outcomes"), written.keySet());
        assertEquals("3", written.get("n"));
        assertEquals("[[\"worker-7\",1800000000000,43,200]]", written.get("calls"));
        String damaged = ("4|1|#|" + PAYLOAD).replace("\"", "\\\"");
        assertEquals(
                "[[\"" + id(1) + "\",\"800A\",7,2,\"a02\",null,null,\"ACCEPTED\",null,null,42,0,true],"
                        + "[\"" + id(2) + "\",\"800A\",1,1,null,\"LOCKED\",\"It is locked.\",\"PARKED\"],"
                        + "[\"" + id(3)
                        + "\",\"800A\",4,1,null,\"PAYLOAD_UNREADABLE\",\"It is damaged.\",\"PARKED\",null,\""
                        + damaged + "\"]]",
                written.get("outcomes").replaceFirst("4\\|1\\|\\d+\\|", "4|1|#|"));
    }

    /** What the key holds of the entry; the sequence is any number. */
    private String record(String key, int entry) {
        return redis.hget(key, id(entry).toString()).replaceFirst("(\\d+\\|\\d+)\\|\\d+\\|", "$1|#|");
    }

    private void open() {
        try (Rebuild rebuild =
                queue.operations().beginRebuild(Duration.ofSeconds(30)).orElseThrow()) {
            rebuild.finish();
        }
    }

    /** As the gate names this very Redis. */
    private String origin() {
        String info = redis.info("server") + redis.info("replication");
        return found(info, "run_id:(\\w+)") + "-" + found(info, "master_replid:(\\w+)");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
