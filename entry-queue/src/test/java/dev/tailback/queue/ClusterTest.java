package dev.tailback.queue;

import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.EmbeddedRedisCluster;
import dev.tailback.localservices.RedisWire;
import dev.tailback.queue.scripts.Shard;
import dev.tailback.queue.scripts.Shards;
import dev.tailback.testservices.TestServices;
import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Redis Cluster: three masters, three replicas, one of which takes over when its master is killed. */
class ClusterTest {
    private static final Duration LOCK = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SHARDS = 6;
    private static final int ENTRIES = 600;

    private static EmbeddedRedisCluster cluster;
    private static QueueConfiguration configuration;

    @BeforeAll
    static void start() {
        cluster = TestServices.ownRedisCluster();
        configuration = new QueueConfiguration("usage", cluster.uri(), SHARDS, Duration.ofSeconds(1));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void empty() throws IOException {
        for (EmbeddedRedis node : cluster.nodes()) {
            node.start();
            // A replica refuses; its master empties it.
            RedisWire.ask(node.uri(), "FLUSHALL");
        }
    }

    /** The ledger of this test: what is booked, and what the other system would hold. */
    private final Map<UUID, QueueEntry> booked = new HashMap<>();

    private final Map<UUID, Long> accepted = new HashMap<>();
    private final Set<String> batches = new HashSet<>();

    @Test
    void a_killed_master_costs_no_entry_and_nothing_stale_is_handed_out() {
        try (EntryQueue app = EntryQueue.connect(configuration);
                EntryQueue worker = EntryQueue.connect(configuration);
                OutcomeStream outcomes = app.outcomes("ledger")) {
            rebuild(app);
            for (int entry = 0; entry < ENTRIES; entry++) {
                book(entry("800" + entry % 60, entry, 1));
            }
            app.offer(List.copyOf(booked.values()));
            assertTrue(spread() > 1, "the shards are on one master");
            Batch before = batch(worker);
            worker.settle(before.id(), allAccepted(before));
            Batch inFlight = batch(worker);
            // Corrected while Redis still has the first versions, which the new master will have as well.
            List<QueueEntry> corrected = new ArrayList<>();
            for (int entry = 0; entry < ENTRIES; entry += 7) {
                corrected.add(entry("800" + entry % 60, entry, 2));
            }
            EmbeddedRedis killed = cluster.masterOf(slot(0));
            killed.kill();
            corrected.forEach(this::book);
            await().atMost(PATIENCE)
                    .ignoreException(QueueUnavailable.class)
                    .until(() -> sweep(app) && everythingAccepted(worker, outcomes));
            assertEquals(ENTRIES, accepted.size());
            assertInstanceOf(Settled.class, settleLate(worker, inFlight));
            assertEquals(List.of(), app.operations().audit());
            assertTrue(app.operations().status().open());
            killed.start();
        }
    }

    /** Its master is killed, and its replica too. */
    @Test
    void a_dead_shard_hides_no_other_and_keeps_nobody_from_them() {
        try (EntryQueue app = EntryQueue.connect(configuration);
                EntryQueue worker = EntryQueue.connect(configuration);
                OutcomeStream outcomes = app.outcomes("ledger")) {
            rebuild(app);
            offerToAll(app, 1);
            List<EmbeddedRedis> dead = ownersOf(slot(0));
            dead.forEach(EmbeddedRedis::kill);
            livesOn(app, worker, outcomes);
            dead.forEach(EmbeddedRedis::start);
        }
    }

    /** As when the network to its host is gone. */
    @Test
    void a_shard_that_hangs_hides_no_other_and_keeps_nobody_from_them() {
        try (EntryQueue app = EntryQueue.connect(configuration);
                EntryQueue worker = EntryQueue.connect(configuration);
                OutcomeStream outcomes = app.outcomes("ledger")) {
            rebuild(app);
            offerToAll(app, 1);
            List<EmbeddedRedis> hanging = ownersOf(slot(0));
            hanging.forEach(EmbeddedRedis::freeze);
            try {
                livesOn(app, worker, outcomes);
            } finally {
                hanging.forEach(EmbeddedRedis::thaw);
            }
        }
    }

    private void livesOn(EntryQueue app, EntryQueue worker, OutcomeStream outcomes) {
        Set<Integer> gone = shardsWithout(app.operations().status());
        assertTrue(gone.contains(0) && gone.size() < SHARDS, () -> gone + " do not answer");
        assertEquals(SHARDS - gone.size(), app.operations().status().waitingEntries());
        assertFalse(app.operations().needsRebuild());
        assertEquals(Optional.empty(), app.operations().beginRebuild(LOCK));
        assertThrows(QueueUnavailable.class, () -> offerToAll(app, 2));
        for (int left = SHARDS - gone.size(); left > 0; left--) {
            Batch batch = batch(worker);
            assertEquals(2, batch.entries().get(0).version());
            worker.settle(batch.id(), allAccepted(batch));
        }
        Set<String> told = new HashSet<>();
        await().atMost(PATIENCE).ignoreException(QueueUnavailable.class).until(() -> {
            outcomes.read(10, Duration.ZERO).forEach(outcome -> told.add(outcome.group()));
            return told.size() == SHARDS - gone.size();
        });
    }

    private static Set<Integer> shardsWithout(QueueStatus status) {
        status.unavailable().forEach(shard -> assertTrue(shard.reason().startsWith("Redis at "), shard.reason()));
        return status.unavailable().stream().map(QueueStatus.Unavailable::shard).collect(Collectors.toSet());
    }

    private static void offerToAll(EntryQueue app, long version) {
        app.offer(IntStream.range(0, SHARDS)
                .mapToObj(shard -> entry(groupIn(shard), 7_000 + shard, version))
                .toList());
    }

    private static List<EmbeddedRedis> ownersOf(int slot) {
        EmbeddedRedis master = cluster.masterOf(slot);
        return cluster.nodes().stream()
                .filter(node -> node == master || cluster.isReplicaOf(node, master))
                .toList();
    }

    @Test
    void a_worker_that_waits_on_all_shards_is_woken_by_any() throws Exception {
        try (EntryQueue app = EntryQueue.connect(configuration);
                EntryQueue worker = EntryQueue.connect(configuration)) {
            rebuild(app);
            drainMarkers(worker);
            for (int shard = 0; shard < SHARDS; shard++) {
                CompletableFuture<Boolean> waiting =
                        CompletableFuture.supplyAsync(() -> worker.awaitWork(Duration.ofSeconds(20)));
                String group = groupIn(shard);
                await().atMost(PATIENCE)
                        .ignoreException(QueueUnavailable.class)
                        .until(() -> app.offer(List.of(entry(group, UUID.randomUUID(), 1))) instanceof Offered.Taken);
                assertTrue(waiting.get());
                Batch batch = batch(worker);
                assertEquals(group, batch.entries().get(0).group());
                worker.settle(batch.id(), allAccepted(batch));
                drainMarkers(worker);
            }
        }
    }

    /** What an owner does every second: rebuild what is shut, offer what is not accepted. */
    private boolean sweep(EntryQueue app) {
        if (app.operations().needsRebuild()) {
            rebuild(app);
        }
        return app.offer(unsent()) instanceof Offered.Taken;
    }

    private boolean everythingAccepted(EntryQueue worker, OutcomeStream outcomes) {
        String id = "c-" + UUID.randomUUID();
        if (worker.take(id, 200, LEASE) instanceof Batch batch) {
            batch.entries().forEach(this::assertNotStale);
            worker.settle(id, allAccepted(batch));
        }
        List<Outcome> read = outcomes.read(500, Duration.ZERO);
        read.forEach(outcome -> accepted.merge(outcome.entryId(), outcome.version(), Math::max));
        outcomes.acknowledge(read);
        return unsent().isEmpty();
    }

    private void assertNotStale(QueueEntry record) {
        assertTrue(
                record.version() >= accepted.getOrDefault(record.id(), 0L),
                () -> record + " is older than what the other system holds");
    }

    private Settled settleLate(EntryQueue worker, Batch batch) {
        return worker.settle(batch.id(), allAccepted(batch));
    }

    private List<QueueEntry> unsent() {
        return booked.values().stream()
                .filter(record -> accepted.getOrDefault(record.id(), 0L) < record.version())
                .toList();
    }

    private void book(QueueEntry record) {
        booked.put(record.id(), record);
    }

    private void rebuild(EntryQueue app) {
        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(
                        problem -> problem instanceof QueueUnavailable || problem instanceof RebuildLost)
                .until(() -> {
                    rebuildOnce(app);
                    return app.operations().status().open()
                            && app.operations().status().unavailable().isEmpty();
                });
    }

    private void rebuildOnce(EntryQueue app) {
        app.operations().beginRebuild(LOCK).ifPresent(rebuild -> {
            try (rebuild) {
                rebuild.offer(unsent());
                rebuild.finish();
            }
        });
    }

    private Batch batch(EntryQueue worker) {
        String id = "b-" + UUID.randomUUID();
        assertTrue(batches.add(id));
        return (Batch) await().atMost(PATIENCE)
                .ignoreException(QueueUnavailable.class)
                .until(() -> worker.take(id, 50, LEASE), Batch.class::isInstance);
    }

    private static void drainMarkers(EntryQueue worker) {
        await().atMost(PATIENCE)
                .ignoreException(QueueUnavailable.class)
                .until(() -> !worker.awaitWork(Duration.ofMillis(50)));
    }

    private static String groupIn(int shard) {
        Shards shards = new Shards("usage", SHARDS);
        for (int group = 0; ; group++) {
            if (shards.of("800W" + group) == shard) {
                return "800W" + group;
            }
        }
    }

    private long spread() {
        return new Shards("usage", SHARDS)
                .all().stream()
                        .map(shard -> cluster.masterOf(SlotHash.getSlot(shard.name())))
                        .distinct()
                        .count();
    }

    private static int slot(int shard) {
        return SlotHash.getSlot(new Shard("usage", shard).name());
    }
}
