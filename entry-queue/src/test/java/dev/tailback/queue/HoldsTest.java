package dev.tailback.queue;

import static dev.tailback.queue.Fixture.LEASE;
import static dev.tailback.queue.Fixture.Q;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.id;
import static dev.tailback.queue.Fixture.later;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.queue.scripts.ShardScripts;
import dev.tailback.testservices.TestServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators hold a group or a cause, and everything else goes on. */
class HoldsTest {
    private static final String CAUSE = "row_busy";
    private static final Holds GROUP = new Holds(Set.of("800A"), Set.of());
    private static final Holds REFUSAL = new Holds(Set.of(), Set.of(CAUSE));

    private final Fixture fixture = Fixture.onStandingClock();
    private final EntryQueue queue = fixture.queue;
    private int batches;

    @AfterEach
    void allInvariantsHold() {
        assertEquals(List.of(), queue.operations().audit());
        fixture.close();
    }

    @Test
    void a_group_on_hold_is_passed_over_and_the_others_go() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1), entry("800C", 3, 1)));
        hold(GROUP);
        assertEquals(List.of("800B 2.1", "800C 3.1"), sent());
    }

    @Test
    void a_group_that_is_let_go_keeps_its_order_and_its_place_before_later_ones() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.pass(Duration.ofSeconds(1));
        hold(GROUP);
        assertEquals(List.of(), sent());
        queue.offer(List.of(entry("800A", 2, 1), entry("800A", 3, 1)));
        queue.offer(List.of(entry("800B", 4, 1)));
        hold(Holds.NONE);
        assertEquals(
                Optional.of(Duration.ofSeconds(1)), queue.operations().status().longestWait());
        assertEquals(List.of("800A 1.1", "800A 2.1"), sent(fixture.take("first", 2)));
        assertEquals(List.of("800A 3.1", "800B 4.1"), ordered(sent()));
    }

    @Test
    void corrections_replace_what_is_on_hold() {
        hold(GROUP);
        queue.offer(List.of(entry("800A", 1, 1)));
        queue.offer(List.of(entry("800A", 1, 2)));
        queue.offer(List.of(entry("800A", 1, 3)));
        assertEquals(1, queue.operations().status().waitingEntries());
        assertEquals(List.of(), sent());
        hold(Holds.NONE);
        assertEquals(List.of("800A 1.3"), sent());
    }

    @Test
    void what_a_worker_has_taken_is_settled_and_what_comes_back_stays() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800A", 2, 1)));
        Batch batch = fixture.take("b");
        queue.offer(List.of(entry("800A", 1, 2)));
        hold(GROUP);
        List<Settlement> settlements = batch.entries().stream()
                .map(record -> record.id().equals(id(1)) ? Fixture.accepted(record) : later(record, Duration.ZERO))
                .toList();
        assertEquals(Settled.DONE, queue.settle("b", settlements));
        assertEquals(List.of(), sent());
        hold(Holds.NONE);
        assertEquals(List.of("800A 1.2", "800A 2.1"), ordered(sent()));
    }

    /** Many of them at the head cost each take nothing: the first one puts them aside. */
    @Test
    void a_take_meets_a_group_on_hold_once() {
        Set<String> groups =
                IntStream.range(0, Holds.MOST).mapToObj(i -> "800H" + i).collect(Collectors.toSet());
        groups.forEach(group -> queue.offer(List.of(entry(group, group.hashCode(), 1))));
        queue.offer(List.of(entry("800Z", 1, 1)));
        hold(new Holds(groups, Set.of()));
        assertEquals(1, fixture.take("b", 1).entries().size());
        assertEquals(0, fixture.redis().llen(Q + ":ready"));
        assertEquals(Holds.MOST, fixture.redis().hlen(Q + ":onhold"));
    }

    @Test
    void a_record_whose_cause_is_on_hold_waits_and_the_others_of_its_group_go() {
        refused("800A", 1);
        hold(REFUSAL);
        queue.offer(List.of(entry("800A", 2, 1)));
        fixture.pass(Duration.ofHours(100));
        assertEquals(List.of("800A 2.1"), sent());
        assertEquals(1, queue.operations().status().delayedEntries());
        assertEquals(Mended.NOTHING, queue.operations().mend());
        assertEquals(new Take.Nothing(Optional.empty()), queue.take("none", 10, LEASE));
        hold(Holds.NONE);
        assertEquals(List.of("800A 1.1"), sent());
    }

    @Test
    void what_is_refused_while_its_cause_is_on_hold_comes_back_once_at_most() {
        hold(REFUSAL);
        refused("800A", 1);
        fixture.pass(Duration.ofHours(1));
        assertEquals(List.of(), sent());
        hold(Holds.NONE);
        assertEquals(List.of("800A 1.1"), sent());
    }

    @Test
    void a_correction_of_a_record_that_its_cause_keeps_goes_at_once() {
        hold(REFUSAL);
        refused("800A", 1);
        fixture.pass(Duration.ofHours(1));
        assertEquals(List.of(), sent());
        queue.offer(List.of(entry("800A", 1, 1)));
        assertEquals(List.of(), sent());
        queue.offer(List.of(entry("800A", 1, 2)));
        assertEquals(List.of("800A 1.2"), sent());
    }

    /** As after an outage, or in the hands of a program that does not know causes. */
    @Test
    void a_record_that_was_delayed_without_its_cause_learns_it_when_it_is_offered_again() {
        Postponed unknown = new Postponed(entry("800A", 1, 1), Duration.ofMinutes(1));
        queue.postpone(List.of(unknown));
        hold(REFUSAL);
        queue.postpone(List.of(new Postponed(unknown.entry(), Duration.ZERO, Optional.of(CAUSE))));
        fixture.pass(Duration.ofHours(1));
        assertEquals(List.of(), sent());
    }

    @Test
    void another_cause_keeps_its_records_when_one_is_let_go() {
        Duration soon = Duration.ofSeconds(1);
        List<Postponed> many = new ArrayList<>();
        for (int entry = 0; entry < 2_500; entry++) {
            String code = entry % 5 == 0 ? "one" : "other";
            many.add(new Postponed(entry("800A", entry, 1), soon, Optional.of(code)));
        }
        hold(new Holds(Set.of(), Set.of("one", "other")));
        queue.postpone(many);
        fixture.pass(soon);
        assertEquals(List.of(), sent());
        hold(new Holds(Set.of(), Set.of("one")));
        assertEquals(2_000, sent().size());
        assertEquals(500, queue.operations().status().delayedEntries());
        hold(Holds.NONE);
        assertEquals(500, sent().size());
    }

    @Test
    void holds_last_through_a_rebuild() {
        hold(new Holds(Set.of("800A"), Set.of(CAUSE)));
        fixture.redis().del(Q + ":epoch");
        try (Rebuild rebuild =
                queue.operations().beginRebuild(Duration.ofSeconds(30)).orElseThrow()) {
            rebuild.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
            rebuild.postpone(List.of(new Postponed(entry("800C", 3, 1), Duration.ZERO, Optional.of(CAUSE))));
            rebuild.finish();
        }
        assertEquals(List.of("800B 2.1"), sent());
        hold(Holds.NONE);
        assertEquals(List.of("800A 1.1", "800C 3.1"), ordered(sent()));
    }

    /** In a rolling update, or after going back to an older version. */
    @Test
    void a_program_that_does_not_know_holds_finds_the_gate_shut_while_anything_is_on_hold() {
        queue.offer(List.of(entry("800A", 1, 1)));
        try (EntryQueue older = EntryQueue.connect(Fixture.patient(fixture.uri()), HoldsTest::withoutHolds)) {
            hold(GROUP);
            assertInstanceOf(Take.Shut.class, older.take("old1", 10, LEASE));
            hold(Holds.NONE);
            assertInstanceOf(Batch.class, older.take("old2", 10, LEASE));
        }
    }

    private static String withoutHolds(String file) {
        String known = "return epoch == ours or epoch == holding(ours)";
        String text = ShardScripts.resource(file);
        if (file.equals("common.lua") && !text.contains(known)) {
            throw new IllegalArgumentException("The gate has changed");
        }
        return text.replace(known, "return epoch == ours")
                .replace("if is_on_hold('contract', group) then", "if false then")
                .replace("redis.call('TIME')", "{0, redis.call('GET', 'clock') * 1000}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"holds", "onhold", "causes", "ready", "delay", "wait", "g:800A", "counts", "*"})
    void whatever_key_is_lost_the_hold_comes_back_and_nothing_is_stuck(String key) {
        Holds both = new Holds(Set.of("800A"), Set.of(CAUSE));
        refused("800C", 3);
        hold(both);
        fixture.pass(Duration.ofHours(1));
        queue.offer(List.of(entry("800A", 1, 1)));
        assertEquals(List.of(), sent());
        fixture.redis()
                .keys(Q.replace("{", "\\{").replace("}", "\\}") + ":" + key)
                .forEach(it -> fixture.redis().del(it));
        queue.operations().mend();
        comeAgain(both);
        assertEquals(List.of(), sent());
        hold(Holds.NONE);
        assertEquals(List.of("800A 1.1", "800C 3.1"), ordered(sent()));
    }

    /** As the relay does. */
    private void comeAgain(Holds holds) {
        List<QueueEntry> open = List.of(entry("800A", 1, 1));
        List<Postponed> refused = List.of(new Postponed(entry("800C", 3, 1), Duration.ZERO, Optional.of(CAUSE)));
        hold(holds);
        if (queue.operations().needsRebuild()) {
            try (Rebuild rebuild =
                    queue.operations().beginRebuild(Duration.ofSeconds(30)).orElseThrow()) {
                rebuild.offer(open);
                rebuild.postpone(refused);
                hold(holds);
                rebuild.finish();
            }
        }
        queue.offer(open);
        queue.postpone(refused);
    }

    @Test
    void every_shard_is_told() {
        try (EntryQueue many = EntryQueue.connect(Fixture.patient(TestServices.emptyRedis(), 5))) {
            try (Rebuild rebuild =
                    many.operations().beginRebuild(Duration.ofSeconds(30)).orElseThrow()) {
                rebuild.finish();
            }
            List<QueueEntry> records = IntStream.range(0, 40)
                    .mapToObj(i -> entry("800S" + i, i, 1))
                    .toList();
            Set<String> held = IntStream.range(0, 20).mapToObj(i -> "800S" + i).collect(Collectors.toSet());
            many.offer(records);
            many.operations().hold(new Holds(held, Set.of()));
            assertEquals(20, taken(many));
            many.operations().hold(Holds.NONE);
            assertEquals(20, taken(many));
            assertEquals(List.of(), many.operations().audit());
        }
    }

    private int taken(EntryQueue from) {
        int taken = 0;
        while (from.take("many" + ++batches, 200, LEASE) instanceof Batch batch) {
            from.settle(batch.id(), allAccepted(batch));
            taken += batch.entries().size();
        }
        return taken;
    }

    @Test
    void more_than_a_hundred_are_refused() {
        Set<String> many = IntStream.range(0, 100).mapToObj(i -> "800H" + i).collect(Collectors.toSet());
        assertThrows(IllegalArgumentException.class, () -> new Holds(many, Set.of(CAUSE)));
    }

    private void hold(Holds holds) {
        queue.operations().hold(holds);
    }

    private void refused(String group, int entry) {
        queue.offer(List.of(entry(group, entry, 1)));
        Batch batch = fixture.take("refused" + ++batches);
        queue.settle(batch.id(), List.of(later(batch.entries().get(0), Duration.ofMinutes(5))));
    }

    /** Takes and settles until there is nothing. */
    private List<String> sent() {
        List<String> sent = new ArrayList<>();
        while (queue.take("b" + ++batches, 200, LEASE) instanceof Batch batch) {
            sent.addAll(sent(batch));
        }
        return sent;
    }

    private List<String> sent(Batch batch) {
        assertEquals(Settled.DONE, queue.settle(batch.id(), allAccepted(batch)));
        return batch.entries().stream()
                .map(record -> record.group() + " " + record.id().getLeastSignificantBits() + "." + record.version())
                .toList();
    }

    private static List<String> ordered(List<String> sent) {
        return sent.stream().sorted().toList();
    }
}
