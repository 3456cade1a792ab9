package dev.tailback.queue;

import static dev.tailback.queue.Fixture.LEASE;
import static dev.tailback.queue.Fixture.accepted;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.id;
import static dev.tailback.queue.Fixture.later;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakingTest {
    private Fixture fixture;
    private EntryQueue queue;

    @BeforeEach
    void open() {
        fixture = Fixture.onStandingClock();
        queue = fixture.queue;
    }

    @AfterEach
    void allInvariantsHold() {
        assertEquals(List.of(), queue.operations().audit());
        fixture.close();
    }

    @Test
    void a_record_arrives_as_it_was_offered() {
        QueueEntry record = new QueueEntry(id(1), "800A", 7, "Ad \"Ä|\n1\"", 2);
        assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(record)));
        assertEquals(List.of(record), fixture.take("b1").entries());
    }

    @Test
    void offering_again_changes_nothing() {
        queue.offer(List.of(entry("800A", 1, 2)));
        assertEquals(new Offered.Taken(0, 2), queue.offer(List.of(entry("800A", 1, 2), entry("800A", 1, 1))));
        assertEquals(List.of(entry("800A", 1, 2)), fixture.take("b1").entries());
    }

    @Test
    void only_the_newest_version_waits() {
        queue.offer(List.of(entry("800A", 1, 1)));
        assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(entry("800A", 1, 2))));
        assertEquals(List.of(entry("800A", 1, 2)), fixture.take("b1").entries());
    }

    @Test
    void a_version_beyond_int_is_compared_exactly() {
        long large = QueueEntry.LARGEST_VERSION;
        queue.offer(List.of(entry("800A", 1, large - 1)));
        assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(entry("800A", 1, large))));
        assertEquals(large, fixture.take("b1").entries().get(0).version());
    }

    @Test
    void a_correction_of_what_is_in_flight_follows_after_the_batch() {
        queue.offer(List.of(entry("800A", 1, 1)));
        Batch first = fixture.take("b1");
        queue.offer(List.of(entry("800A", 1, 2)));
        assertInstanceOf(Take.Nothing.class, queue.take("b2", 200, LEASE));
        queue.settle("b1", allAccepted(first));
        assertEquals(List.of(entry("800A", 1, 2)), fixture.take("b2").entries());
    }

    @Test
    void what_is_in_flight_is_known() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.take("b1");
        assertEquals(new Offered.Taken(0, 1), queue.offer(List.of(entry("800A", 1, 1))));
    }

    @Test
    void a_group_is_in_one_batch_only() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        assertEquals("800A", fixture.take("b1", 1).entries().get(0).group());
        queue.offer(List.of(entry("800A", 3, 1)));
        assertEquals(List.of(entry("800B", 2, 1)), fixture.take("b2").entries());
    }

    @Test
    void whole_groups_go_together_oldest_first_and_in_the_order_of_their_offers() {
        queue.offer(List.of(entry("800A", 9, 1), entry("800B", 2, 1), entry("800A", 1, 1), entry("800A", 5, 1)));
        List<QueueEntry> records = fixture.take("b1").entries();
        assertEquals(
                List.of(id(9), id(1), id(5), id(2)),
                records.stream().map(QueueEntry::id).toList());
    }

    @Test
    void a_group_that_does_not_fit_stays_at_the_head() {
        queue.offer(records("800A", 1, 3));
        queue.offer(records("800B", 10, 4));
        queue.offer(records("800C", 20, 2));
        assertEquals(List.of("800A", "800C"), groups(fixture.take("b1", 5)));
        assertEquals(List.of("800B"), groups(fixture.take("b2", 5)));
    }

    @Test
    void a_group_larger_than_a_batch_is_cut_and_its_rest_follows() {
        queue.offer(records("800A", 1, 5));
        Batch first = fixture.take("b1", 3);
        assertEquals(
                List.of(id(1), id(2), id(3)),
                first.entries().stream().map(QueueEntry::id).toList());
        assertInstanceOf(Take.Nothing.class, queue.take("b2", 3, LEASE));
        queue.settle("b1", allAccepted(first));
        assertEquals(2, fixture.take("b2", 3).entries().size());
    }

    @Test
    void a_group_too_large_to_sort_is_drained_oldest_first_all_the_same() {
        queue.offer(records("800A", 1, 3_000));
        assertEquals(List.of(), queue.operations().audit());
        for (int first = 1; first <= 3_000; first += 200) {
            Batch taken = fixture.take("b" + first);
            assertEquals(records("800A", first, 200), taken.entries());
            queue.settle(taken.id(), allAccepted(taken));
        }
        assertEquals(new Take.Nothing(Optional.empty()), queue.take("end", 200, LEASE));
    }

    @Test
    void a_repeated_take_returns_the_same_batch() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        Batch first = fixture.take("b1", 1);
        assertEquals(first, fixture.take("b1", 1));
    }

    /** Redis may lose anything between the two commands of a large take. */
    @Test
    void a_large_batch_whose_records_are_lost_before_they_are_read_is_taken_anew_without_them() {
        String piece = "  redis.call('RPUSH', batch_key(batch)";
        String losing = "  if not careful then redis.call('DEL', flight_key(batch, '800A')) end\n" + piece;
        try (Fixture lossy = Fixture.mutated("take.lua", piece, losing)) {
            lossy.queue.offer(records("800A", 1, 30));
            lossy.queue.offer(records("800B", 100, 30));
            Batch batch = lossy.take("b1");
            assertEquals(records("800B", 100, 30), batch.entries());
            assertEquals(Settled.DONE, lossy.queue.settle("b1", allAccepted(batch)));
            // The figures of what was lost.
            lossy.queue.operations().mend();
        }
    }

    @Test
    void a_batch_id_is_not_used_twice() {
        queue.offer(List.of(entry("800A", 1, 1)));
        queue.settle("b1", allAccepted(fixture.take("b1")));
        queue.offer(List.of(entry("800A", 2, 1)));
        assertThrows(IllegalArgumentException.class, () -> queue.take("b1", 200, LEASE));
        assertEquals(1, fixture.take("b2").entries().size());
    }

    @Test
    void an_ended_lease_gives_the_groups_back_to_the_tail_uncounted() {
        queue.offer(List.of(entry("800A", 1, 1)));
        Batch lost = fixture.take("b1");
        queue.offer(List.of(entry("800B", 2, 1)));
        fixture.pass(LEASE.plusMillis(1));
        Batch next = fixture.take("b2");
        assertEquals(List.of("800B", "800A"), groups(next));
        assertEquals(0, next.entries().get(1).attempts());
        assertEquals(Settled.LEASE_LOST, queue.settle("b1", allAccepted(lost)));
        assertFalse(queue.extend("b1", LEASE));
        assertFalse(queue.release("b1", Duration.ZERO));
    }

    @Test
    void an_ended_lease_does_not_bring_an_old_version_back() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.take("b1");
        queue.offer(List.of(entry("800A", 1, 2)));
        fixture.pass(LEASE);
        assertEquals(List.of(entry("800A", 1, 2)), fixture.take("b2").entries());
    }

    @Test
    void a_lease_that_has_ended_counts_until_somebody_else_takes() {
        queue.offer(List.of(entry("800A", 1, 1)));
        Batch late = fixture.take("b1");
        fixture.pass(LEASE.plusMillis(1));
        assertEquals(Settled.DONE, queue.settle("b1", allAccepted(late)));
    }

    @Test
    void an_extended_lease_holds() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.take("b1");
        fixture.pass(LEASE.minusMillis(1));
        assertTrue(queue.extend("b1", LEASE));
        fixture.pass(LEASE.minusMillis(1));
        assertEquals(new Take.Nothing(Optional.of(Duration.ofMillis(1))), queue.take("b2", 200, LEASE));
    }

    @Test
    void a_batch_given_back_is_taken_again_uncounted() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.take("b1");
        assertTrue(queue.release("b1", Duration.ZERO));
        assertTrue(queue.release("b1", Duration.ZERO));
        assertEquals(List.of(entry("800A", 1, 1)), fixture.take("b2").entries());
    }

    @Test
    void a_batch_given_back_for_later_waits_but_a_correction_does_not() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800A", 2, 1)));
        fixture.take("b1");
        queue.release("b1", Duration.ofSeconds(10));
        assertEquals(new Take.Nothing(Optional.of(Duration.ofSeconds(10))), queue.take("b2", 200, LEASE));
        queue.offer(List.of(entry("800A", 1, 2)));
        assertEquals(List.of(entry("800A", 1, 2)), fixture.take("b3").entries());
    }

    @Test
    void retries_rejoin_at_the_tail_when_due_with_their_attempts() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        Batch batch = fixture.take("b1");
        queue.settle(
                "b1",
                List.of(
                        later(batch.entries().get(0), Duration.ofSeconds(20)),
                        later(batch.entries().get(1), Duration.ofSeconds(10))));
        queue.offer(List.of(entry("800C", 3, 1)));
        fixture.pass(Duration.ofSeconds(20));
        Batch next = fixture.take("b2");
        assertEquals(List.of("800C", "800B", "800A"), groups(next));
        assertEquals(1, next.entries().get(2).attempts());
    }

    @Test
    void a_correction_replaces_a_delayed_retry_and_goes_at_once() {
        queue.offer(List.of(entry("800A", 1, 1)));
        queue.settle("b1", List.of(later(fixture.take("b1").entries().get(0), Duration.ofMinutes(5))));
        assertEquals(new Offered.Taken(0, 1), queue.offer(List.of(entry("800A", 1, 1))));
        assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(entry("800A", 1, 2))));
        Batch next = fixture.take("b2");
        assertEquals(List.of(entry("800A", 1, 2)), next.entries());
        queue.settle("b2", allAccepted(next));
        fixture.pass(Duration.ofMinutes(6));
        assertEquals(new Take.Nothing(Optional.empty()), queue.take("b3", 200, LEASE));
    }

    @Test
    void a_postponed_record_waits_for_its_time_and_a_correction_does_not() {
        Duration later = Duration.ofMinutes(3);
        assertEquals(
                new Offered.Taken(2, 0),
                queue.postpone(
                        List.of(new Postponed(entry("800A", 1, 1), later), new Postponed(entry("800A", 2, 1), later))));
        assertEquals(new Offered.Taken(0, 1), queue.offer(List.of(entry("800A", 1, 1))));
        assertEquals(new Take.Nothing(Optional.of(later)), queue.take("b1", 200, LEASE));
        queue.offer(List.of(entry("800A", 2, 2)));
        Batch corrected = fixture.take("b2");
        assertEquals(List.of(entry("800A", 2, 2)), corrected.entries());
        queue.settle("b2", allAccepted(corrected));
        fixture.pass(later);
        assertEquals(List.of(entry("800A", 1, 1)), fixture.take("b3").entries());
    }

    @Test
    void a_pause_is_applied_again_as_the_ledger_knows_it() {
        Instant since = Instant.ofEpochMilli(1_700_000_000_000L);
        queue.operations().pause("Month end", since);
        queue.operations().pause("Month end", since);
        queue.operations().pause("Month end, still");
        assertEquals(
                Optional.of(new QueueStatus.Pause("Month end, still", since)),
                queue.operations().status().paused());
        queue.operations().resume();
        queue.operations().resume();
        assertEquals(Optional.empty(), queue.operations().status().paused());
    }

    @Test
    void a_key_that_is_no_group_of_ours_stops_nobody() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.redis().set(Fixture.Q + ":g:800X", "not a hash");
        fixture.redis().lpush(Fixture.Q + ":ready", "1:800X");
        assertEquals(List.of(entry("800A", 1, 1)), fixture.take("b1").entries());
        fixture.redis().del(Fixture.Q + ":g:800X");
    }

    @Test
    void a_pause_stops_taking_but_not_settling() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        Batch batch = fixture.take("b1", 1);
        queue.operations().pause("Finance closes the month");
        assertEquals(new Take.Paused("Finance closes the month"), queue.take("b2", 1, LEASE));
        assertEquals(batch, fixture.take("b1", 1));
        assertEquals(
                Settled.DONE,
                queue.settle("b1", List.of(accepted(batch.entries().get(0)))));
        queue.operations().resume();
        assertEquals(1, fixture.take("b2", 1).entries().size());
    }

    private static List<QueueEntry> records(String group, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(entry -> entry(group, entry, 1))
                .toList();
    }

    private static List<String> groups(Batch batch) {
        return batch.entries().stream().map(QueueEntry::group).distinct().toList();
    }
}
