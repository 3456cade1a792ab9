package dev.tailback.queue;

import static dev.tailback.queue.Fixture.LEASE;
import static dev.tailback.queue.Fixture.Q;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.id;
import static dev.tailback.queue.Fixture.later;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.scripts.ShardScripts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys that somebody deletes, or that a Redis evicts which was told to. No group may be stuck for ever, and no new
 * booking on it.
 */
class LostKeysTest {
    private Fixture fixture;
    private EntryQueue queue;
    private final Map<UUID, QueueEntry> ledger = new TreeMap<>();

    @BeforeEach
    void fill() {
        fixture = Fixture.withSmallOrders("", "", "");
        queue = fixture.queue;
        // In flight with a newer version waiting, delayed, and a large group that keeps an order, cut in two.
        offer(entry("800FLIES", 1, 1), entry("800FLIES", 2, 1));
        fixture.take("flies");
        offer(entry("800FLIES", 1, 2));
        offer(entry("800LATER", 3, 1));
        Batch refused = fixture.take("refused");
        queue.settle("refused", List.of(later(refused.entries().get(0), Duration.ofMinutes(5))));
        for (int entry = 10; entry < 40; entry++) {
            offer(entry("800LARGE", entry, 1));
        }
        fixture.take("cut", 12);
        offer(entry("800WAITS", 4, 1), entry("800WAITS", 5, 1));
        Batch done = fixture.take("done");
        queue.settle("done", allAccepted(done));
        offer(entry("800WAITS", 4, 2));
        offer(entry("800OTHER", 6, 1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Every kind of key there is, as docs/queue.md lists them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ready",
                "g:*",
                "o:*",
                "busy",
                "f:*",
                "b:*",
                "lease",
                "delay",
                "wait",
                "d:*",
                "marker",
                "epoch",
                "rebuild",
                "counts",
                "seq",
                "outcomes",
                "aside",
                "paused",
                "holds",
                "onhold",
                "causes",
                "mapping",
                "reports",
                "seen",
                "*"
            })
    void whatever_key_is_lost_nothing_is_stuck(String kind) {
        lose(kind);
        queue.operations().mend();
        comeAgain();
        // New bookings on every group.
        offer(entry("800FLIES", 7, 1), entry("800LATER", 8, 1), entry("800WAITS", 9, 1), entry("800OTHER", 50, 1));
        offer(entry("800LARGE", 51, 1));
        fixture.pass(LEASE);
        assertEquals(ledger, sent());
        assertEverythingIsOver();
    }

    /** What holds no records is put right without the ledger. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ready", "o:*", "busy", "b:*", "lease", "delay", "d:*", "marker", "counts", "seq", "reports", "seen"
            })
    void a_key_without_records_costs_no_second_offer(String kind) {
        lose(kind);
        queue.operations().mend();
        fixture.pass(Duration.ofMinutes(10));
        assertEquals(ledger, sent());
        assertEverythingIsOver();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "busy", "b:*", "lease", "delay"})
    void what_is_mended_is_told_once(String kind) {
        lose(kind);
        assertFalse(queue.operations().mend().isNothing());
        assertTrue(queue.operations().mend().isNothing());
    }

    @Test
    void a_sound_queue_is_left_alone() {
        assertEquals(Mended.NOTHING, queue.operations().mend());
        assertEquals(List.of(), queue.operations().audit());
    }

    /** Somebody writes something else under our names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ready",
                "g:800WAITS",
                "g:800LARGE",
                "o:800LARGE",
                "busy",
                "f:flies:800FLIES",
                "b:flies",
                "lease",
                "delay",
                "wait",
                "d:done",
                "marker",
                "epoch",
                "rebuild",
                "counts",
                "seq",
                "outcomes",
                "aside",
                "paused",
                "holds",
                "onhold",
                "causes",
                "reports",
                "seen"
            })
    void a_key_of_another_type_is_put_right(String name) {
        fixture.redis().del(Q + ":" + name);
        fixture.redis().sadd(Q + ":" + name, "somebody", "else");
        queue.operations().mend();
        comeAgain();
        offer(entry("800WAITS", 9, 1), entry("800LARGE", 51, 1), entry("800FLIES", 7, 1));
        fixture.pass(LEASE);
        assertEquals(ledger, sent());
        queue.operations().status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"waiting", "flying", "outcomes"})
    void figures_that_somebody_has_set_heal(String figure) {
        for (String set : List.of("-5", "1000000", "nonsense")) {
            long before = figure(figure);
            fixture.redis().hset(Q + ":counts", figure, set);
            drainOutcomes();
            queue.operations().mend();
            assertEquals(figure.equals("outcomes") ? 0 : before, figure(figure));
        }
    }

    @Test
    void a_figure_below_nothing_is_shown_as_nothing() {
        fixture.redis().hset(Q + ":counts", Map.of("waiting", "-5", "flying", "-1", "outcomes", "-2"));
        QueueStatus status = queue.operations().status();
        assertEquals(0, status.waitingEntries() + status.entriesInFlight() + status.outcomesWaiting());
    }

    @Test
    void an_entry_whose_record_was_lost_while_it_was_delayed_is_not_parked() {
        lose("wait");
        fixture.pass(Duration.ofMinutes(10));
        sent();
        assertTrue(unreadable.isEmpty(), unreadable.toString());
    }

    @Test
    void a_batch_that_lost_records_is_given_back_and_not_settled_for_ever() {
        fixture.redis().del(Q + ":f:cut:800LARGE");
        List<Settlement> settlements = new ArrayList<>();
        for (int entry = 10; entry < 22; entry++) {
            settlements.add(later(entry("800LARGE", entry, 1), Duration.ZERO));
        }
        assertEquals(Settled.LEASE_LOST, queue.settle("cut", settlements));
        assertEquals(Settled.LEASE_LOST, queue.settle("cut", settlements));
    }

    @Test
    void a_batch_that_lost_its_list_is_given_back_when_it_is_settled() {
        Batch batch = fixture.take("more");
        lose("b:*");
        assertEquals(Settled.LEASE_LOST, queue.settle("more", allAccepted(batch)));
        assertTrue(queue.take("again", 100, LEASE) instanceof Batch);
    }

    @Test
    void a_take_that_is_repeated_after_its_batch_lost_its_list_is_answered() {
        fixture.take("more");
        lose("b:*");
        assertTrue(queue.take("more", 100, LEASE) instanceof Batch);
        assertEquals(
                List.of(),
                queue.operations().audit().stream()
                        .filter(it -> it.contains("more"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lease", "delay"})
    void a_time_far_in_the_future_is_cut(String schedule) {
        for (String member : fixture.redis().zrange(Q + ":" + schedule, 0, -1)) {
            fixture.redis().zadd(Q + ":" + schedule, Double.POSITIVE_INFINITY, member);
        }
        queue.operations().mend();
        fixture.pass(Duration.ofMinutes(10));
        assertEquals(ledger, sent());
        assertEverythingIsOver();
    }

    @Test
    void what_becomes_ready_while_the_queue_is_looked_through_is_not_made_ready_twice() {
        ShardScripts shard = fixture.shard();
        String begin = fixture.redis().get("clock");
        assertEquals(0, shard.number("putback", begin, "800OTHER", "800WAITS", "800FLIES", "800NEVER"));
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void counting_corrects_nothing_that_changed_meanwhile() {
        ShardScripts shard = fixture.shard();
        List<Object> begun = shard.list("mend");
        offer(entry("800NEW", 60, 1));
        assertEquals(
                0,
                shard.number(
                        "recount",
                        begun.get(3).toString(),
                        begun.get(4).toString(),
                        begun.get(5).toString(),
                        "99"));
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void nothing_is_mended_behind_a_shut_gate() {
        lose("epoch");
        lose("ready");
        assertEquals(Mended.NOTHING, queue.operations().mend());
    }

    @Test
    void many_groups_are_looked_through_page_by_page() {
        List<QueueEntry> many = new ArrayList<>();
        for (int entry = 1_000; entry < 7_000; entry++) {
            many.add(entry("801" + entry, entry, 1));
        }
        offer(many.toArray(QueueEntry[]::new));
        assertEquals(Mended.NOTHING, queue.operations().mend());
        lose("ready");
        long readyBefore = 6_000 + 2;
        assertEquals(readyBefore, queue.operations().mend().putBack());
        assertEquals(List.of(), queue.operations().audit());
        assertEquals(Mended.NOTHING, queue.operations().mend());
    }

    private final List<Unreadable> unreadable = new ArrayList<>();

    private long figure(String name) {
        QueueStatus status = queue.operations().status();
        return switch (name) {
            case "waiting" -> status.waitingEntries();
            case "flying" -> status.entriesInFlight();
            default -> status.outcomesWaiting();
        };
    }

    private void offer(QueueEntry... records) {
        for (QueueEntry record : records) {
            ledger.put(record.id(), record);
        }
        queue.offer(List.of(records));
    }

    private void lose(String kind) {
        List<String> keys = fixture.redis().keys(Q.replace("{", "\\{").replace("}", "\\}") + ":" + kind);
        keys.forEach(key -> fixture.redis().del(key));
    }

    /** As the relay does: a shut queue is rebuilt, and what is not reported is offered again after some minutes. */
    private void comeAgain() {
        List<QueueEntry> open = List.copyOf(ledger.values());
        if (queue.operations().needsRebuild()) {
            try (Rebuild rebuild =
                    queue.operations().beginRebuild(Duration.ofSeconds(30)).orElseThrow()) {
                rebuild.offer(open);
                rebuild.finish();
            }
        }
        fixture.pass(Duration.ofMinutes(5));
        queue.offer(open);
    }

    /** Takes and settles until there is nothing; answers the newest version of each record that was sent. */
    private Map<UUID, QueueEntry> sent() {
        Map<UUID, QueueEntry> sent = new TreeMap<>();
        // Taken and accepted before anything was lost.
        sent.put(id(5), entry("800WAITS", 5, 1));
        Map<UUID, Integer> times = new HashMap<>();
        for (int round = 0; round < 200; round++) {
            if (!(queue.take("round" + round, 7, LEASE) instanceof Batch batch)) {
                continue;
            }
            List<Settlement> all = new ArrayList<>(allAccepted(batch));
            batch.unreadable().forEach(it -> {
                unreadable.add(it);
                all.add(new Settlement.ParkedUnreadable(it.entryKey(), "unreadable_record", it.problem()));
            });
            assertEquals(Settled.DONE, queue.settle(batch.id(), all));
            batch.entries().forEach(record -> {
                sent.merge(record.id(), plain(record), (one, other) -> one.version() > other.version() ? one : other);
                times.merge(record.id(), 1, Integer::sum);
            });
        }
        assertTrue(times.values().stream().allMatch(number -> number <= 4), times.toString());
        return sent;
    }

    /** Without the attempts, which the queue counts. */
    private static QueueEntry plain(QueueEntry record) {
        return new QueueEntry(record.id(), record.group(), record.version(), record.payload(), 0);
    }

    private void drainOutcomes() {
        try (OutcomeStream outcomes = fixture.outcomes()) {
            List<Outcome> read;
            do {
                read = outcomes.read(1_000, Duration.ZERO);
                outcomes.acknowledge(read);
            } while (!read.isEmpty());
        }
    }

    private void assertEverythingIsOver() {
        drainOutcomes();
        queue.operations().mend();
        assertEquals(List.of(), queue.operations().audit());
        QueueStatus status = queue.operations().status();
        assertTrue(status.open());
        assertEquals(
                0,
                status.readyGroups()
                        + status.waitingEntries()
                        + status.entriesInFlight()
                        + status.delayedEntries()
                        + status.batchesInFlight()
                        + status.outcomesWaiting());
        Set<String> left =
                new TreeSet<>(fixture.redis().keys(Q.replace("{", "\\{").replace("}", "\\}") + ":[gfbo]:*"));
        assertEquals(Set.of(), left);
        assertEquals(List.of(), queue.operations().workers());
        queue.operations().pause("Month end", Instant.EPOCH);
        queue.operations().resume();
    }
}
