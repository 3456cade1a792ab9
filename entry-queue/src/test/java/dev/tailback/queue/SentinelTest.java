package dev.tailback.queue;

import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.EmbeddedRedisSentinels;
import dev.tailback.localservices.RedisWire;
import dev.tailback.queue.scripts.ShardScripts;
import dev.tailback.testservices.TestServices;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Redis with two replicas and three Sentinels. The queue is the same object before and after the failover. */
class SentinelTest {
    private static final Duration LOCK = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private EmbeddedRedisSentinels set;
    private EntryQueue queue;

    @BeforeEach
    void start() {
        set = TestServices.ownRedisSentinels();
        queue = EntryQueue.connect(new QueueConfiguration("usage", set.uri(), 1, Duration.ofSeconds(1)));
    }

    @AfterEach
    void stop() {
        queue.close();
        set.close();
    }

    @Test
    void after_a_killed_master_the_same_queue_works_again_once_it_is_rebuilt() {
        rebuild(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        Batch held = batch(queue);
        EmbeddedRedis old = set.master();
        old.kill();
        awaitAnotherMasterThan(old);
        assertShut();
        rebuild(List.of(entry("800A", 1, 1), entry("800B", 2, 2)));
        assertEquals(Settled.LEASE_LOST, settle(held));
        Batch batch = batch(queue);
        assertEquals(List.of(entry("800A", 1, 1), entry("800B", 2, 2)), batch.entries());
        assertEquals(Settled.DONE, settle(batch));
        assertEquals(2, eventually(() -> queue.operations().status()).outcomesWaiting());
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void what_the_replicas_had_not_copied_is_offered_anew_and_what_they_have_instead_is_not_handed_out()
            throws IOException {
        rebuild(List.of(entry("800A", 1, 1)));
        EmbeddedRedis old = set.master();
        awaitCopied(old);
        List<EmbeddedRedis> replicas =
                set.nodes().stream().filter(node -> node != old).toList();
        replicas.forEach(SentinelTest::awaitWritten);
        replicas.forEach(EmbeddedRedis::kill);
        assertEquals(new Offered.Taken(1, 0), eventually(() -> queue.offer(List.of(entry("800A", 1, 2)))));
        old.kill();
        replicas.forEach(EmbeddedRedis::start);
        awaitAnotherMasterThan(old);
        assertShut();
        assertEquals(List.of(entry("800A", 1, 1)), handedOutWithoutTheGate());
        rebuild(List.of(entry("800A", 1, 2)));
        assertEquals(List.of(entry("800A", 1, 2)), batch(queue).entries());
    }

    /** As a host without power: its connections stay, and nothing answers. */
    @Test
    void a_master_that_falls_silent_is_left_for_the_next_and_not_written_to_when_it_is_back() throws IOException {
        rebuild(List.of(entry("800A", 1, 1)));
        // What waits is connected too.
        assertTrue(eventually(() -> queue.awaitWork(Duration.ofSeconds(30))));
        EmbeddedRedis old = set.master();
        old.freeze();
        awaitAnotherMasterThan(old);
        assertShut();
        old.thaw();
        patiently()
                .until(() -> RedisWire.askForText(old.uri(), "INFO replication").contains("role:slave"));
        rebuild(List.of(entry("800A", 1, 1)));
        Batch batch = batch(queue);
        assertEquals(Settled.DONE, settle(batch));
        eventually(() -> queue.offer(List.of(entry("800B", 2, 1))));
        patiently().ignoreException(QueueUnavailable.class).until(() -> queue.awaitWork(Duration.ofSeconds(1)));
    }

    @Test
    void a_sentinel_that_hangs_and_one_that_is_dead_keep_nobody_from_the_master() {
        set.sentinels().get(0).freeze();
        rebuild(List.of(entry("800A", 1, 1)));
        assertInstanceOf(Batch.class, batch(queue));
        set.sentinels().get(0).thaw();
        set.sentinels().get(0).kill();
        try (EntryQueue other = EntryQueue.connect(Fixture.patient(set.uri()))) {
            assertFalse(eventually(other.operations()::needsRebuild));
        }
    }

    private void assertShut() {
        assertTrue(eventually(() -> queue.operations().needsRebuild()));
        assertEquals(new Take.Shut(), eventually(() -> queue.take("b-" + UUID.randomUUID(), 10, LEASE)));
        assertEquals(new Offered.Shut(), eventually(() -> queue.offer(List.of(entry("800A", 1, 1)))));
    }

    private List<QueueEntry> handedOutWithoutTheGate() {
        UnaryOperator<String> gateless = file ->
                ShardScripts.resource(file).replace("return epoch == ours or epoch == holding(ours)", "return true");
        try (EntryQueue open = EntryQueue.connect(Fixture.patient(set.uri()), gateless)) {
            return batch(open).entries();
        }
    }

    private static Batch batch(EntryQueue queue) {
        return (Batch) eventually(() -> queue.take("b-" + UUID.randomUUID(), 10, LEASE));
    }

    private Settled settle(Batch batch) {
        return eventually(() -> queue.settle(batch.id(), allAccepted(batch)));
    }

    private void rebuild(List<QueueEntry> ledger) {
        patiently()
                .ignoreExceptionsMatching(
                        problem -> problem instanceof QueueUnavailable || problem instanceof RebuildLost)
                .until(() -> {
                    queue.operations().beginRebuild(LOCK).ifPresent(rebuild -> {
                        try (rebuild) {
                            rebuild.offer(ledger);
                            rebuild.finish();
                        }
                    });
                    return !queue.operations().needsRebuild();
                });
    }

    private void awaitAnotherMasterThan(EmbeddedRedis old) {
        patiently().until(() -> set.master() != old);
    }

    private static void awaitCopied(EmbeddedRedis master) throws IOException {
        assertEquals(":2", RedisWire.ask(master.uri(), "WAIT 2 0"));
    }

    /**
     * What it has copied survives its kill: its log is complete again after the first copy, and nothing waits to be
     * written to it.
     */
    private static void awaitWritten(EmbeddedRedis replica) {
        patiently().until(() -> {
            String log = RedisWire.askForText(replica.uri(), "INFO persistence");
            return List.of(
                            "aof_enabled:1",
                            "aof_rewrite_in_progress:0",
                            "aof_rewrite_scheduled:0",
                            "aof_buffer_length:0")
                    .stream()
                    .allMatch(log::contains);
        });
    }

    /** Between two masters a command may be refused or stay without an answer. */
    private static <T> T eventually(Callable<T> command) {
        return patiently().ignoreException(QueueUnavailable.class).until(command, answer -> true);
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE);
    }
}
