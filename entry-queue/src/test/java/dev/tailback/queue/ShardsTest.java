package dev.tailback.queue;

import static dev.tailback.queue.Fixture.LEASE;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.scripts.Shard;
import dev.tailback.queue.scripts.Shards;
import dev.tailback.testservices.TestServices;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many shards in one Redis: what a cluster spreads over its masters. */
class ShardsTest {
    private static final int SHARDS = 5;

    private String uri;
    private EntryQueue queue;
    private OutcomeStream outcomes;

    @BeforeEach
    void open() {
        uri = TestServices.emptyRedis();
        queue = EntryQueue.connect(Fixture.patient(uri, SHARDS));
        outcomes = queue.outcomes("ledger");
        rebuild(queue, List.of());
    }

    @AfterEach
    void allInvariantsHold() {
        assertEquals(List.of(), queue.operations().audit());
        outcomes.close();
        queue.close();
    }

    @Test
    void everything_offered_is_taken_and_told_whatever_its_shard() {
        List<QueueEntry> offered = IntStream.range(0, 400)
                .mapToObj(entry -> entry("800" + entry % 40, entry, 1))
                .toList();
        assertEquals(new Offered.Taken(400, 0), queue.offer(offered));
        assertEquals(new Offered.Taken(0, 400), queue.offer(offered));
        assertEquals(400, queue.operations().status().waitingEntries());
        Set<UUID> told = new HashSet<>();
        for (int batch = 0; queue.take("b" + batch, 50, LEASE) instanceof Batch taken; batch++) {
            queue.settle(taken.id(), allAccepted(taken));
        }
        assertEquals(400, queue.operations().status().outcomesWaiting());
        for (List<Outcome> read = outcomes.read(70, Duration.ZERO);
                !read.isEmpty();
                read = outcomes.read(70, Duration.ZERO)) {
            read.forEach(outcome -> told.add(outcome.entryId()));
            outcomes.acknowledge(read);
        }
        assertEquals(400, told.size());
        assertEquals(0, queue.operations().status().outcomesWaiting());
    }

    @Test
    void a_shard_that_is_always_full_does_not_starve_the_others() {
        for (int shard = 0; shard < SHARDS; shard++) {
            String group = groupIn(shard);
            for (int i = 0; i < 20; i++) {
                queue.offer(List.of(entry(group + i, 100 * shard + i, 1)));
            }
        }
        Set<Integer> served = new HashSet<>();
        for (int take = 0; take < SHARDS; take++) {
            Batch batch = (Batch) queue.take("b" + take, 1, LEASE);
            served.add(new Shards("usage", SHARDS).of(batch.entries().get(0).group()));
        }
        assertTrue(served.size() > 1, () -> "only " + served + " were served");
    }

    @Test
    void a_repeated_take_returns_the_same_batch_wherever_it_is() {
        for (int shard = 0; shard < SHARDS; shard++) {
            queue.offer(List.of(entry(groupIn(shard), shard, 1)));
        }
        Batch first = (Batch) queue.take("b1", 1, LEASE);
        assertEquals(first, queue.take("b1", 1, LEASE));
        assertTrue(queue.extend("b1", LEASE));
        try (EntryQueue elsewhere = EntryQueue.connect(Fixture.patient(uri, SHARDS))) {
            assertTrue(elsewhere.extend("b1", LEASE));
            assertTrue(elsewhere.release("b1", Duration.ZERO));
        }
        assertEquals(Settled.LEASE_LOST, queue.settle("b1", allAccepted(first)));
    }

    @Test
    void a_waiting_worker_is_woken_by_any_shard() {
        // The opening of each shard wakes once.
        try (Fixture.Wire redis = Fixture.wire(uri)) {
            new Shards("usage", SHARDS).all().forEach(shard -> redis.commands().del(shard.marker()));
        }
        for (int shard = 0; shard < SHARDS; shard++) {
            queue.offer(List.of(entry(groupIn(shard), shard, 1)));
            assertTrue(queue.awaitWork(Duration.ofSeconds(60)));
            Batch batch = (Batch) queue.take("b" + shard, 10, LEASE);
            assertEquals(id(shard), batch.entries().get(0).id());
        }
        assertFalse(queue.awaitWork(Duration.ofMillis(20)));
    }

    @Test
    void a_pause_holds_in_every_shard_and_a_correction_finds_a_delayed_entry_in_its_own() {
        String group = groupIn(3);
        queue.postpone(List.of(new Postponed(entry(group, 1, 1), Duration.ofHours(1))));
        queue.operations().pause("Month end", Instant.ofEpochMilli(1));
        assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(entry(group, 1, 2))));
        assertEquals(new Take.Paused("Month end"), queue.take("b1", 10, LEASE));
        queue.operations().resume();
        assertTrue(queue.take("b1", 10, LEASE) instanceof Batch);
    }

    @Test
    void another_number_of_shards_finds_the_gate_shut_and_a_rebuild_leaves_nothing_behind() {
        queue.offer(IntStream.range(0, 50)
                .mapToObj(entry -> entry("800" + entry, entry, 1))
                .toList());
        try (EntryQueue fewer = EntryQueue.connect(Fixture.patient(uri, 2))) {
            assertTrue(fewer.operations().needsRebuild());
            assertEquals(new Take.Shut(), fewer.take("b1", 10, LEASE));
            rebuild(fewer, List.of(entry("800A", 1, 1)));
            assertEquals(1, fewer.operations().status().waitingEntries());
            assertEquals(List.of(), fewer.operations().audit());
            assertTrue(queue.operations().needsRebuild());
            assertEquals(0, queue.operations().status().waitingEntries() - 1);
        }
    }

    @Test
    void only_the_shard_that_is_shut_is_rebuilt() {
        queue.offer(List.of(entry(groupIn(1), 1, 1), entry(groupIn(2), 2, 1)));
        try (Fixture.Wire redis = Fixture.wire(uri)) {
            redis.commands().set(new Shard("usage", 2).name() + ":epoch", "another process");
        }
        assertTrue(queue.operations().needsRebuild());
        assertFalse(queue.operations().status().open());
        rebuild(queue, List.of(entry(groupIn(1), 1, 7), entry(groupIn(2), 2, 1)));
        assertFalse(queue.operations().needsRebuild());
        assertEquals(2, queue.operations().status().waitingEntries());
        assertEquals(Optional.empty(), queue.operations().beginRebuild(LEASE));
    }

    private static void rebuild(EntryQueue queue, List<QueueEntry> ledger) {
        try (Rebuild rebuild =
                queue.operations().beginRebuild(Duration.ofSeconds(20)).orElseThrow()) {
            rebuild.offer(ledger);
            rebuild.finish();
        }
    }

    private static String groupIn(int shard) {
        return IntStream.range(0, 1_000)
                .mapToObj(number -> "800S" + number)
                .filter(group -> new Shards("usage", SHARDS).of(group) == shard)
                .findFirst()
                .orElseThrow();
    }
}
