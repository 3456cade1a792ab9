package dev.tailback.queue;

import static dev.tailback.queue.Fixture.LEASE;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import dev.tailback.queue.scripts.ShardScripts;
import dev.tailback.testservices.TestServices;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Duration LOCK = Duration.ofSeconds(20);

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
    void a_new_redis_is_shut_until_it_is_built() {
        assertTrue(queue.operations().needsRebuild());
        assertEquals(new Offered.Shut(), queue.offer(List.of(entry("800A", 1, 1))));
        assertEquals(new Take.Shut(), queue.take("b1", 10, LEASE));
        rebuild(List.of(entry("800A", 1, 1)));
        assertFalse(queue.operations().needsRebuild());
        assertEquals(1, ((Batch) queue.take("b1", 10, LEASE)).entries().size());
    }

    @Test
    void nothing_of_an_old_state_is_handed_out_after_a_restart() {
        rebuild(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        Batch held = (Batch) queue.take("b1", 1, LEASE);
        redis.stop();
        redis.start();
        awaitAnswer();
        assertEquals(new Take.Shut(), queue.take("b2", 10, LEASE));
        assertEquals(new Offered.Shut(), queue.offer(List.of(entry("800A", 1, 1))));
        rebuild(List.of(entry("800A", 1, 2)));
        assertEquals(Settled.LEASE_LOST, queue.settle("b1", allAccepted(held)));
        assertEquals(List.of(entry("800A", 1, 2)), ((Batch) queue.take("b2", 10, LEASE)).entries());
        assertEquals(List.of(), queue.operations().audit());
    }

    /** Shows that the test above can fail. */
    @Test
    void without_the_gate_an_old_state_would_be_handed_out() {
        UnaryOperator<String> gateless = file ->
                ShardScripts.resource(file).replace("return epoch == ours or epoch == holding(ours)", "return true");
        rebuild(List.of(entry("800A", 1, 1)));
        redis.stop();
        redis.start();
        awaitAnswer();
        try (EntryQueue open = EntryQueue.connect(Fixture.patient(redis.uri()), gateless)) {
            assertEquals(List.of(entry("800A", 1, 1)), ((Batch) open.take("b1", 10, LEASE)).entries());
        }
    }

    @Test
    void outcomes_survive_a_restart_and_a_rebuild() {
        rebuild(List.of(entry("800A", 1, 1)));
        queue.settle("b1", allAccepted((Batch) queue.take("b1", 10, LEASE)));
        redis.stop();
        redis.start();
        awaitAnswer();
        rebuild(List.of());
        try (OutcomeStream outcomes = queue.outcomes("ledger")) {
            assertEquals(1, outcomes.read(10, Duration.ZERO).size());
        }
    }

    @Test
    void a_wiped_redis_is_shut_and_can_be_built_again() {
        rebuild(List.of(entry("800A", 1, 1)));
        redis.wipe();
        awaitAnswer();
        assertEquals(new Take.Shut(), queue.take("b1", 10, LEASE));
        rebuild(List.of(entry("800A", 1, 1)));
        assertEquals(1, ((Batch) queue.take("b1", 10, LEASE)).entries().size());
    }

    @Test
    void one_service_app_rebuilds_at_a_time() {
        try (Rebuild first = queue.operations().beginRebuild(LOCK).orElseThrow()) {
            assertEquals(Optional.empty(), queue.operations().beginRebuild(LOCK));
            assertTrue(queue.operations().status().rebuilding());
            first.offer(List.of(entry("800A", 1, 1)));
            assertEquals(new Take.Shut(), queue.take("b1", 10, LEASE));
            first.finish();
        }
        assertEquals(Optional.empty(), queue.operations().beginRebuild(LOCK));
        assertEquals(1, queue.operations().status().waitingEntries());
    }

    @Test
    void a_rebuild_given_up_leaves_the_queue_shut_and_free_to_begin_again() {
        queue.operations().beginRebuild(LOCK).orElseThrow().close();
        assertTrue(queue.operations().needsRebuild());
        rebuild(List.of());
        assertFalse(queue.operations().needsRebuild());
    }

    /** As when Sentinels make a replica the master and, before anybody has rebuilt there, the old master again. */
    @Test
    void a_redis_that_was_a_replica_meanwhile_is_shut_though_its_process_is_the_same() throws IOException {
        try (EmbeddedRedis other = TestServices.ownRedis()) {
            becomeReplica(other, redis);
            rebuild(List.of(entry("800A", 1, 1)));
            assertEquals(":1", RedisWire.ask(redis.uri(), "WAIT 1 0"));
            RedisWire.ask(other.uri(), "REPLICAOF NO ONE");
            assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(entry("800A", 1, 2))));
            becomeReplica(redis, other);
            RedisWire.ask(redis.uri(), "REPLICAOF NO ONE");
            assertEquals(new Take.Shut(), queue.take("b1", 10, LEASE));
            assertEquals(new Offered.Shut(), queue.offer(List.of(entry("800A", 1, 2))));
            rebuild(List.of(entry("800A", 1, 2)));
            assertEquals(List.of(entry("800A", 1, 2)), ((Batch) queue.take("b1", 10, LEASE)).entries());
        }
    }

    @Test
    void a_rebuild_whose_lock_ended_cannot_open_what_another_is_filling() throws IOException {
        Rebuild slow = queue.operations().beginRebuild(LOCK).orElseThrow();
        RedisWire.ask(redis.uri(), "PEXPIRE " + Fixture.Q + ":rebuild 1");
        Rebuild second = await().until(() -> queue.operations().beginRebuild(LOCK), Optional::isPresent)
                .orElseThrow();
        assertThrows(RebuildLost.class, () -> slow.offer(List.of(entry("800A", 1, 1))));
        assertThrows(RebuildLost.class, slow::finish);
        slow.close();
        second.finish();
        assertFalse(queue.operations().needsRebuild());
    }

    @Test
    void a_rebuild_that_redis_did_not_live_through_is_lost() {
        Rebuild rebuild = queue.operations().beginRebuild(Duration.ofMinutes(1)).orElseThrow();
        rebuild.offer(List.of(entry("800A", 1, 1)));
        redis.kill();
        redis.start();
        awaitAnswer();
        assertThrows(RebuildLost.class, rebuild::finish);
    }

    @Test
    void a_rebuild_that_redis_did_not_live_through_keeps_nobody_from_beginning_another() {
        assertTrue(queue.operations().beginRebuild(Duration.ofMinutes(1)).isPresent());
        redis.kill();
        redis.start();
        awaitAnswer();
        rebuild(List.of(entry("800A", 1, 1)));
        assertEquals(1, queue.operations().status().waitingEntries());
    }

    @Test
    void a_pause_lasts_through_a_restart_and_a_rebuild() {
        rebuild(List.of());
        queue.operations().pause("Month end");
        redis.stop();
        redis.start();
        awaitAnswer();
        rebuild(List.of(entry("800A", 1, 1)));
        assertEquals(new Take.Paused("Month end"), queue.take("b1", 10, LEASE));
    }

    private void rebuild(List<QueueEntry> ledger) {
        try (Rebuild rebuild = queue.operations().beginRebuild(LOCK).orElseThrow()) {
            rebuild.offer(ledger);
            rebuild.finish();
        }
    }

    private static void becomeReplica(EmbeddedRedis replica, EmbeddedRedis master) throws IOException {
        RedisWire.ask(replica.uri(), "REPLICAOF 127.0.0.1 " + master.port());
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        RedisWire.askForText(replica.uri(), "INFO replication").contains("master_link_status:up"));
    }

    private void awaitAnswer() {
        await().ignoreException(QueueUnavailable.class)
                .until(() -> queue.operations().status() != null);
    }
}
