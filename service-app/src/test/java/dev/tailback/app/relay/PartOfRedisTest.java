package dev.tailback.app.relay;

import static dev.tailback.app.testing.Staff.ad;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.localservices.EmbeddedRedisCluster;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.testservices.TestServices;
import dev.tailback.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Redis Cluster of which a master and its replica die: some shards of the queue are away, the others go on. */
class PartOfRedisTest {

    private static final int MASTERS = 3;
    private static final int ENTRIES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private EmbeddedRedisCluster cluster;
    private Line line;

    @BeforeEach
    void start() {
        cluster = TestServices.ownRedisCluster();
        line = Line.with(Map.of("redis.uri", cluster.uri(), "redis.shards", "6", "relay.batch", "10"));
        line.relay();
    }

    @AfterEach
    void end() {
        line.close();
        cluster.close();
    }

    @Test
    void what_belongs_to_the_others_is_offered_and_the_rest_when_it_is_back() {
        kill();
        Set<String> booked = book();
        Set<String> sent = new HashSet<>();
        await().atMost(PATIENCE).until(() -> {
            assertThrows(QueueUnavailable.class, line::relay);
            takeInto(sent);
            return sent.size() > ENTRIES / 3;
        });
        assertTrue(sent.size() < ENTRIES, "no shard was away");
        revive();
        await().atMost(PATIENCE).ignoreException(QueueUnavailable.class).until(() -> {
            line.relay();
            takeInto(sent);
            return sent.size() == ENTRIES;
        });
        assertEquals(booked, sent);
    }

    @Test
    void it_is_told_and_what_the_others_know_is_told_too() {
        kill();
        book();
        await().atMost(PATIENCE).until(() -> {
            reportAWorker();
            return sync().path("workers").size() == 1;
        });
        JsonNode sync = sync();
        assertEquals(ENTRIES, sync.path("waiting").asInt());
        assertEquals("unavailable", sync.path("queue").path("state").asText());
        assertFalse(sync.path("queue").path("reason").asText().isEmpty());
        assertTrue(sync.path("queue").path("available").asBoolean(), sync::toPrettyString);
        String because = sync.path("pausedBecause").path(0).asText();
        assertTrue(because.startsWith("A part of the queue cannot be reached"), sync::toPrettyString);
    }

    @Test
    void a_pause_reaches_the_others() {
        kill();
        line.as("operator").send("POST", "/api/sync/pause", "{\"reason\":\"Night\"}", Map.of());
        book();
        Set<String> sent = new HashSet<>();
        assertThrows(QueueUnavailable.class, line::relay);
        takeInto(sent);
        assertEquals(Set.of(), sent);
    }

    private void kill() {
        cluster.nodes().get(0).kill();
        cluster.nodes().get(MASTERS).kill();
    }

    private void revive() {
        cluster.nodes().get(0).start();
        cluster.nodes().get(MASTERS).start();
    }

    private Set<String> book() {
        Set<String> booked = new HashSet<>();
        for (int entry = 0; entry < ENTRIES; entry++) {
            Answer created = line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
            booked.add(created.entryId(0));
        }
        return booked;
    }

    private void takeInto(Set<String> sent) {
        try {
            List<UsageRecord> some = line.worker().acceptAll();
            while (!some.isEmpty()) {
                some.forEach(record -> sent.add(record.entryId().toString()));
                some = line.worker().acceptAll();
            }
        } catch (QueueUnavailable away) {
            // Asked again: a shard that is away is met by every take that finds nothing elsewhere.
        }
    }

    private void reportAWorker() {
        try {
            line.queue()
                    .operations()
                    .report(new WorkerReport(
                            "worker-1",
                            WorkerState.IDLE,
                            Optional.empty(),
                            Optional.empty(),
                            Instant.now(),
                            Optional.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            0,
                            Optional.empty(),
                            Instant.now()));
        } catch (QueueUnavailable partly) {
            // The other shards were told.
        }
    }

    private JsonNode sync() {
        Answer answer = line.staff().get("/api/sync");
        assertEquals(200, answer.status(), answer.body()::toString);
        return answer.body();
    }
}
