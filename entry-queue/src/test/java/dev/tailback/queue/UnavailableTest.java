package dev.tailback.queue;

import static dev.tailback.queue.Fixture.LEASE;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import dev.tailback.testservices.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnavailableTest {
    private EmbeddedRedis redis;
    private EntryQueue queue;

    @BeforeEach
    void start() {
        redis = TestServices.ownRedis();
        queue = EntryQueue.connect(Fixture.patient(redis.uri()));
    }

    @AfterEach
    void stop() {
        queue.close();
        redis.close();
    }

    @Test
    void a_queue_made_while_redis_is_down_works_when_it_is_up() {
        redis.kill();
        QueueUnavailable down = assertThrows(QueueUnavailable.class, queue.operations()::status);
        assertTrue(down.getMessage().contains("cannot be reached"), down.getMessage());
        assertNotNull(down.getCause());
        redis.start();
        await().ignoreException(QueueUnavailable.class).until(queue.operations()::needsRebuild);
        rebuild();
        assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(entry("800A", 1, 1))));
    }

    @Test
    void a_redis_that_dies_is_unavailable_at_once_and_comes_back_by_itself() {
        rebuild();
        redis.kill();
        assertThrows(QueueUnavailable.class, () -> queue.take("b1", 10, LEASE));
        assertThrows(QueueUnavailable.class, () -> queue.awaitWork(Duration.ofSeconds(5)));
        redis.start();
        await().ignoreException(QueueUnavailable.class).until(queue.operations()::needsRebuild);
    }

    @Test
    void a_redis_that_hangs_is_unavailable_after_the_timeout() {
        rebuild();
        try (EntryQueue hasty = EntryQueue.connect(hasty())) {
            await().ignoreException(QueueUnavailable.class)
                    .until(() -> hasty.operations().status().open());
            redis.freeze();
            QueueUnavailable hanging = assertThrows(QueueUnavailable.class, hasty.operations()::status);
            redis.thaw();
            assertTrue(hanging.getMessage().contains("did not answer within 1500 ms"), hanging.getMessage());
            await().ignoreException(QueueUnavailable.class)
                    .until(() -> hasty.operations().status().open());
        }
    }

    @Test
    void a_redis_that_hangs_while_it_is_connected_to_is_not_said_to_be_away() {
        redis.freeze();
        try (EntryQueue hasty = EntryQueue.connect(hasty())) {
            QueueUnavailable hanging = assertThrows(QueueUnavailable.class, hasty.operations()::status);
            assertTrue(hanging.getMessage().contains("did not answer within 1500 ms"), hanging.getMessage());
        } finally {
            redis.thaw();
        }
    }

    @Test
    void a_full_redis_refuses_offers_and_still_drains() throws IOException {
        rebuild();
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        RedisWire.ask(redis.uri(), "CONFIG SET maxmemory 1mb");
        QueueUnavailable full = assertThrows(QueueUnavailable.class, () -> queue.offer(List.of(entry("800C", 3, 1))));
        assertTrue(full.getMessage().contains("is full"), full.getMessage());
        Batch batch = (Batch) queue.take("b1", 10, LEASE);
        assertTrue(queue.extend("b1", LEASE));
        assertEquals(Settled.DONE, queue.settle("b1", allAccepted(batch)));
        try (OutcomeStream outcomes = queue.outcomes("ledger")) {
            outcomes.acknowledge(outcomes.read(10, Duration.ZERO));
        }
        assertEquals(0, queue.operations().status().outcomesWaiting());
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void a_full_redis_says_so_before_anybody_offers_and_heals_by_itself() throws IOException {
        rebuild();
        RedisWire.ask(redis.uri(), "CONFIG SET maxmemory 1mb");
        assertTrue(queue.operations().status().refusal().orElseThrow().contains("is full"));
        assertTrue(assertThrows(QueueUnavailable.class, queue.operations()::probe)
                .getMessage()
                .contains("is full"));
        RedisWire.ask(redis.uri(), "CONFIG SET maxmemory 0");
        assertEquals(Optional.empty(), queue.operations().status().refusal());
        queue.operations().probe();
    }

    @Test
    void a_redis_that_cannot_save_refuses_everything_and_names_its_disk() throws IOException {
        rebuild();
        queue.offer(List.of(entry("800A", 1, 1)));
        cannotSave();
        assertTrue(queue.operations().status().refusal().orElseThrow().contains("cannot write to its disk"));
        QueueUnavailable refused = assertThrows(QueueUnavailable.class, () -> queue.take("b1", 10, LEASE));
        assertTrue(refused.getMessage().contains("cannot write to its disk"), refused.getMessage());
        Files.delete(redis.directory().resolve("dump.rdb"));
        RedisWire.ask(redis.uri(), "BGSAVE");
        await().untilAsserted(() ->
                assertEquals(Optional.empty(), queue.operations().status().refusal()));
        assertEquals(1, ((Batch) queue.take("b1", 10, LEASE)).entries().size());
    }

    private void cannotSave() throws IOException {
        Files.createDirectory(redis.directory().resolve("dump.rdb"));
        RedisWire.ask(redis.uri(), "CONFIG SET save \"3600 1\"");
        RedisWire.ask(redis.uri(), "BGSAVE");
        await().until(() ->
                RedisWire.askForText(redis.uri(), "INFO persistence").contains("rdb_last_bgsave_status:err"));
    }

    @Test
    void a_redis_that_evicts_is_warned_of_until_it_is_set_right() throws IOException {
        assertEquals(List.of(), queue.operations().status().warnings());
        for (String policy : List.of("allkeys-lru", "allkeys-random", "volatile-ttl")) {
            RedisWire.ask(redis.uri(), "CONFIG SET maxmemory-policy " + policy);
            String warning = queue.operations().status().warnings().get(0);
            assertTrue(warning.contains(policy) && warning.contains("set maxmemory-policy noeviction"), warning);
        }
        RedisWire.ask(redis.uri(), "CONFIG SET maxmemory-policy noeviction");
        assertEquals(List.of(), queue.operations().status().warnings());
    }

    @Test
    void a_redis_tells_whether_it_keeps_what_it_is_told() throws IOException {
        RedisWire.ask(redis.uri(), "CONFIG SET appendonly no");
        assertFalse(queue.operations().servers().get(0).appends());
        RedisWire.ask(redis.uri(), "CONFIG SET appendonly yes");
        RedisServer server = queue.operations().servers().get(0);
        assertTrue(server.appends() && server.savesWell(), server::toString);
        assertTrue(server.version().matches("\\d+(\\.\\d+)+"), server.version());
    }

    @Test
    void too_few_replicas_are_named() throws IOException {
        rebuild();
        RedisWire.ask(redis.uri(), "CONFIG SET min-replicas-to-write 1");
        QueueUnavailable few = assertThrows(QueueUnavailable.class, queue.operations()::probe);
        assertTrue(few.getMessage().contains("min-replicas-to-write"), few.getMessage());
    }

    @Test
    void too_many_connections_are_named() throws IOException {
        RedisWire.ask(redis.uri(), "CONFIG SET maxclients 1");
        try (Fixture.Wire somebody = Fixture.wire(redis.uri())) {
            assertEquals("PONG", somebody.commands().ping());
            // Redis ends the connection after its sentence: a greeting that arrives later throws the sentence away.
            await().until(() -> refusal().contains("too many connections"));
        }
    }

    private String refusal() {
        String refusal =
                assertThrows(QueueUnavailable.class, queue.operations()::status).getMessage();
        assertTrue(refusal.contains("maxclients"), refusal);
        return refusal;
    }

    @Test
    void a_redis_held_up_by_a_script_is_named() throws Exception {
        rebuild();
        RedisWire.ask(redis.uri(), "CONFIG SET busy-reply-threshold 1");
        String endless = "EVAL \"while true do end\" 0";
        CompletableFuture<Void> held = CompletableFuture.runAsync(() -> {
            try {
                RedisWire.ask(redis.uri(), endless);
            } catch (IOException ends) {
                // It is killed below.
            }
        });
        await().until(() -> RedisWire.ask(redis.uri(), "PING").startsWith("-BUSY"));
        QueueUnavailable busy = assertThrows(QueueUnavailable.class, queue.operations()::status);
        assertTrue(busy.getMessage().contains("held up by a long script"), busy.getMessage());
        RedisWire.ask(redis.uri(), "SCRIPT KILL");
        await().ignoreException(QueueUnavailable.class)
                .until(() -> queue.operations().status().open());
        held.join();
    }

    @Test
    void a_redis_that_has_forgotten_the_scripts_gets_them_again() throws IOException {
        rebuild();
        RedisWire.ask(redis.uri(), "SCRIPT FLUSH");
        assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(entry("800A", 1, 1))));
    }

    @Test
    void a_replica_is_named() throws IOException {
        rebuild();
        RedisWire.ask(redis.uri(), "REPLICAOF 127.0.0.1 1");
        QueueUnavailable replica =
                assertThrows(QueueUnavailable.class, () -> queue.offer(List.of(entry("800A", 1, 1))));
        assertTrue(replica.getMessage().contains("read-only replica"), replica.getMessage());
        RedisWire.ask(redis.uri(), "REPLICAOF NO ONE");
        assertEquals(new Offered.Shut(), queue.offer(List.of(entry("800A", 1, 1))));
    }

    @Test
    void a_refused_password_is_named() throws IOException {
        RedisWire.ask(redis.uri(), "CONFIG SET requirepass secret");
        QueueUnavailable refused = assertThrows(QueueUnavailable.class, queue.operations()::status);
        assertTrue(refused.getMessage().contains("refuses our user or password"), refused.getMessage());
        String uri = redis.uri().replace("redis://", "redis://:secret@");
        try (EntryQueue allowed = EntryQueue.connect(Fixture.patient(uri))) {
            assertTrue(allowed.operations().needsRebuild());
        }
    }

    private QueueConfiguration hasty() {
        return new QueueConfiguration("usage", redis.uri(), 1, Duration.ofMillis(1_500));
    }

    private void rebuild() {
        try (Rebuild rebuild =
                queue.operations().beginRebuild(Duration.ofSeconds(20)).orElseThrow()) {
            rebuild.finish();
        }
    }
}
