package dev.tailback.queue;

import static dev.tailback.queue.Fixture.accepted;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.id;
import static dev.tailback.queue.Fixture.later;
import static dev.tailback.queue.Fixture.parked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private Fixture fixture;
    private EntryQueue queue;
    private OutcomeStream outcomes;

    @BeforeEach
    void open() {
        fixture = Fixture.onStandingClock();
        queue = fixture.queue;
        outcomes = fixture.outcomes();
    }

    @AfterEach
    void allInvariantsHold() {
        assertEquals(List.of(), queue.operations().audit());
        outcomes.close();
        fixture.close();
    }

    @Test
    void every_settlement_becomes_its_outcome() {
        queue.offer(Stream.of(1, 2, 3, 4).map(entry -> entry("800A", entry, 5)).toList());
        List<QueueEntry> records = fixture.take("b1").entries();
        queue.settle(
                "b1",
                List.of(
                        accepted(records.get(0)),
                        new Settlement.Stale(id(2), 5, "The org holds version 6."),
                        later(records.get(2), Duration.ofSeconds(10)),
                        parked(records.get(3))));
        List<Outcome> read = outcomes.read(10, Duration.ZERO);
        assertEquals(
                List.of(OutcomeKind.ACCEPTED, OutcomeKind.STALE, OutcomeKind.RETRYING, OutcomeKind.PARKED),
                read.stream().map(Outcome::kind).toList());
        assertEquals(Optional.of("a0U-" + id(1)), read.get(0).acceptedId());
        assertEquals(Optional.of("The org holds version 6."), read.get(1).reason());
        assertEquals(Optional.of(read.get(2).at().plusSeconds(10)), read.get(2).nextAttemptAt());
        assertEquals(1, read.get(2).attempts());
        assertEquals(Optional.of("locked"), read.get(3).code());
        assertEquals(5, read.get(3).version());
        assertEquals("800A", read.get(3).group());
    }

    @Test
    void repeating_a_settlement_says_done_and_adds_no_outcome() {
        queue.offer(List.of(entry("800A", 1, 1)));
        List<Settlement> settlements = allAccepted(fixture.take("b1"));
        assertEquals(Settled.DONE, queue.settle("b1", settlements));
        assertEquals(Settled.DONE, queue.settle("b1", settlements));
        assertEquals(1, queue.operations().status().outcomesWaiting());
    }

    @Test
    void a_settlement_that_the_driver_repeats_says_done_and_adds_no_outcome() {
        queue.offer(List.of(entry("800A", 1, 1)));
        assertEquals(List.of("done", "done"), fixture.settleTwice("b1", allAccepted(fixture.take("b1"))));
        assertEquals(1, queue.operations().status().outcomesWaiting());
    }

    @Test
    void another_process_can_settle_what_this_one_took() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800A", 2, 1)));
        List<Settlement> settlements = allAccepted(fixture.take("b1"));
        try (EntryQueue elsewhere = fixture.elsewhere()) {
            assertThrows(IllegalArgumentException.class, () -> elsewhere.settle("b1", settlements.subList(0, 1)));
            assertEquals(Settled.DONE, elsewhere.settle("b1", settlements));
        }
        assertEquals(Settled.DONE, queue.settle("b1", settlements));
        assertEquals(2, outcomes.read(10, Duration.ZERO).size());
    }

    @Test
    void a_batch_id_that_somebody_took_again_with_other_records_is_not_settled_by_the_first() {
        queue.offer(List.of(entry("800A", 1, 1)));
        List<Settlement> old = allAccepted(fixture.take("b1"));
        fixture.pass(Fixture.LEASE.plusMillis(1));
        queue.offer(List.of(entry("800A", 1, 2)));
        try (EntryQueue elsewhere = fixture.elsewhere()) {
            assertTrue(elsewhere.take("b2", 200, Fixture.LEASE) instanceof Batch);
            fixture.pass(Fixture.LEASE.plusMillis(1));
            assertTrue(elsewhere.take("b1", 200, Fixture.LEASE) instanceof Batch);
        }
        assertThrows(IllegalArgumentException.class, () -> queue.settle("b1", old));
        assertEquals(0, queue.operations().status().outcomesWaiting());
    }

    @Test
    void a_large_batch_becomes_few_entries_of_the_stream_and_every_outcome_arrives() {
        queue.offer(IntStream.range(0, 500)
                .mapToObj(entry -> entry("800" + entry % 7, entry, 1))
                .toList());
        queue.settle("b1", allAccepted(fixture.take("b1", 2_000)));
        assertEquals(3, fixture.redis().xlen(Fixture.Q + ":outcomes"));
        assertEquals(500, queue.operations().status().outcomesWaiting());
        List<Outcome> read = outcomes.read(1_000, Duration.ZERO);
        assertEquals(500, read.stream().map(Outcome::entryId).distinct().count());
        outcomes.acknowledge(read);
        assertEquals(0, queue.operations().status().outcomesWaiting());
    }

    @Test
    void a_released_batch_cannot_be_settled() {
        queue.offer(List.of(entry("800A", 1, 1)));
        List<Settlement> settlements = allAccepted(fixture.take("b1"));
        queue.release("b1", Duration.ZERO);
        assertEquals(Settled.LEASE_LOST, queue.settle("b1", settlements));
        assertEquals(0, queue.operations().status().outcomesWaiting());
    }

    @Test
    void a_settlement_that_is_not_the_batch_is_refused_and_nothing_happens() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800A", 2, 1)));
        Batch batch = fixture.take("b1");
        Settlement first = accepted(batch.entries().get(0));
        Settlement second = accepted(batch.entries().get(1));
        refuse("the batch has 2", List.of(first));
        refuse("is named twice", List.of(first, first));
        refuse("is not in the batch", List.of(first, second, accepted(entry("800A", 3, 1))));
        refuse("with another version", List.of(first, accepted(entry("800A", 2, 2))));
        assertEquals(0, queue.operations().status().outcomesWaiting());
        assertEquals(Settled.DONE, queue.settle("b1", List.of(second, first)));
    }

    @Test
    void a_retry_gives_way_to_a_newer_version_that_waits() {
        queue.offer(List.of(entry("800A", 1, 1)));
        Batch batch = fixture.take("b1");
        queue.offer(List.of(entry("800A", 1, 2)));
        queue.settle("b1", List.of(later(batch.entries().get(0), Duration.ofSeconds(10))));
        Outcome outcome = outcomes.read(1, Duration.ZERO).get(0);
        assertEquals(OutcomeKind.SUPERSEDED, outcome.kind());
        assertEquals(Optional.of("row_busy"), outcome.code());
        assertEquals(Optional.empty(), outcome.nextAttemptAt());
        assertEquals(0, queue.operations().status().delayedEntries());
        assertEquals(List.of(entry("800A", 1, 2)), fixture.take("b2").entries());
    }

    @Test
    void a_retry_without_delay_is_at_the_tail_at_once() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        Batch batch = fixture.take("b1", 1);
        queue.settle("b1", List.of(later(batch.entries().get(0), Duration.ZERO)));
        List<QueueEntry> next = fixture.take("b2").entries();
        assertEquals(List.of(id(2), id(1)), next.stream().map(QueueEntry::id).toList());
        assertEquals(1, next.get(1).attempts());
    }

    @Test
    void attempts_of_an_accepted_retry_are_told() {
        queue.offer(List.of(entry("800A", 1, 1)));
        queue.settle("b1", List.of(later(fixture.take("b1").entries().get(0), Duration.ZERO)));
        queue.settle("b2", allAccepted(fixture.take("b2")));
        List<Outcome> read = outcomes.read(10, Duration.ZERO);
        assertEquals(OutcomeKind.ACCEPTED, read.get(1).kind());
        assertEquals(1, read.get(1).attempts());
    }

    @Test
    void status_counts_what_waits_flies_and_is_delayed() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800A", 2, 1), entry("800B", 3, 1), entry("800C", 4, 1)));
        Batch batch = fixture.take("b1", 2);
        queue.settle(
                "b1",
                List.of(accepted(batch.entries().get(0)), later(batch.entries().get(1), Duration.ofSeconds(9))));
        fixture.take("b2", 1);
        fixture.pass(Duration.ofSeconds(3));
        QueueStatus status = queue.operations().status();
        assertTrue(status.open());
        assertEquals(1, status.readyGroups());
        assertEquals(1, status.waitingEntries());
        assertEquals(1, status.entriesInFlight());
        assertEquals(1, status.batchesInFlight());
        assertEquals(1, status.delayedEntries());
        assertEquals(Optional.of(Duration.ofSeconds(3)), status.longestWait());
        assertEquals(2, status.outcomesWaiting());
    }

    @Test
    void a_settled_queue_holds_no_trace_of_its_groups() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        queue.settle("b1", allAccepted(fixture.take("b1")));
        outcomes.acknowledge(outcomes.read(10, Duration.ZERO));
        List<String> perGroup = fixture.redis().keys(Fixture.Q + ":[gfb]:*");
        assertEquals(List.of(), perGroup);
        assertEquals(0, queue.operations().status().outcomesWaiting());
    }

    private void refuse(String why, List<Settlement> settlements) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> queue.settle("b1", settlements));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }
}
