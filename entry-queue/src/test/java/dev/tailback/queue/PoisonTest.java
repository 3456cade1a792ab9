package dev.tailback.queue;

import static dev.tailback.queue.Fixture.accepted;
import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.queue.scripts.ShardScripts;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that somebody, or another version, has put into Redis. */
class PoisonTest {
    private static final String PAYLOAD = "{\"v\":1,\"colour\":\"red\"}";

    private Fixture fixture;
    private EntryQueue queue;

    @BeforeEach
    void open() {
        fixture = Fixture.onStandingClock();
        queue = fixture.queue;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "x|0|1|" + PAYLOAD,
                "99999999999999999999|0|1|" + PAYLOAD,
                "0|0|1|" + PAYLOAD,
                "-1|0|1|" + PAYLOAD,
                "1|-1|1|" + PAYLOAD,
                "1|0|" + PAYLOAD,
                "1|0|1",
                "1|2000000|1|" + PAYLOAD,
                "9007199254740992|0|1|" + PAYLOAD
            })
    void an_unreadable_value_is_handed_out_as_such_and_leaves_with_its_body(String value) {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.redis().hset(Fixture.Q + ":g:800A", id(2).toString(), value);
        Batch batch = fixture.take("b1");
        assertEquals(List.of(entry("800A", 1, 1)), batch.entries());
        Unreadable unreadable = batch.unreadable().get(0);
        assertEquals(value, unreadable.body());
        assertEquals(Settled.DONE, queue.settle("b1", List.of(accepted(entry("800A", 1, 1)), parked(unreadable))));
        try (OutcomeStream outcomes = fixture.outcomes()) {
            Outcome outcome = outcomes.read(10, Duration.ZERO).get(1);
            assertEquals(OutcomeKind.PARKED, outcome.kind());
            assertEquals(id(2), outcome.entryId());
        }
        assertEquals(value, body("outcomes", 0, 1));
    }

    /** What the payload means is the worker's to say. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "|", "a|b\n|c", "\u0000", "Spring \"sale\" 50 % \u00e4\u20ac"})
    void any_payload_arrives_as_it_is_and_leaves_with_the_whole_value_when_the_worker_cannot_read_it(String payload) {
        queue.offer(List.of(entry("800A", 1, 1), new QueueEntry(id(2), "800A", 7, payload, 2)));
        Batch batch = fixture.take("b1");
        QueueEntry entry = batch.entries().stream()
                .filter(it -> it.id().equals(id(2)))
                .findFirst()
                .orElseThrow();
        assertEquals(new QueueEntry(id(2), "800A", 7, payload, 2), entry);

        Unreadable unreadable = Unreadable.payloadOf(entry, "its payload is not JSON");

        assertEquals("Entry " + id(2) + " cannot be read: its payload is not JSON", unreadable.problem());
        assertEquals(Settled.DONE, queue.settle("b1", List.of(accepted(entry("800A", 1, 1)), parked(unreadable))));
        try (OutcomeStream outcomes = fixture.outcomes()) {
            Outcome outcome = outcomes.read(10, Duration.ZERO).get(1);
            assertEquals(OutcomeKind.PARKED, outcome.kind());
            assertEquals(7, outcome.version());
            assertEquals(2, outcome.attempts());
        }
        assertEquals("7|2|#|" + payload, body("outcomes", 0, 1).replaceFirst("^7\\|2\\|\\d+\\|", "7|2|#|"));
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void the_longest_payload_is_handed_out_and_a_longer_one_is_unreadable() {
        queue.offer(List.of(new QueueEntry(id(1), "800A", 1, "x".repeat(QueueEntry.LONGEST_PAYLOAD), 0)));
        fixture.redis()
                .hset(Fixture.Q + ":g:800A", id(2).toString(), "1|0|2|" + "x".repeat(QueueEntry.LONGEST_PAYLOAD + 1));
        Batch batch = fixture.take("b1");
        assertEquals(1, batch.entries().size());
        assertTrue(
                batch.unreadable().get(0).problem().endsWith("its payload is longer than Tailback writes one"),
                batch.unreadable().get(0).problem());
        assertThrows(
                IllegalArgumentException.class,
                () -> new QueueEntry(id(1), "800A", 1, "x".repeat(QueueEntry.LONGEST_PAYLOAD + 1), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000A"})
    void an_entry_whose_key_is_no_id_of_ours_is_kept_aside_with_its_body(String key) {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.redis().hset(Fixture.Q + ":g:800A", key, "1|0|1|" + PAYLOAD);
        Batch batch = fixture.take("b1");
        queue.settle(
                "b1",
                List.of(accepted(entry("800A", 1, 1)), parked(batch.unreadable().get(0))));
        try (OutcomeStream outcomes = fixture.outcomes()) {
            assertEquals(1, outcomes.read(10, Duration.ZERO).size());
        }
        assertEquals(1, queue.operations().status().outcomesAside());
        assertEquals("1|0|1|" + PAYLOAD, body("aside", 0, 0));
    }

    @Test
    void a_delayed_value_that_is_no_entry_is_handed_out_when_it_is_due() {
        queue.postpone(List.of(new Postponed(entry("800A", 1, 1), Duration.ofMinutes(1))));
        fixture.redis().hset(Fixture.Q + ":wait", id(1).toString(), "800A\n0|0|1|" + PAYLOAD);
        fixture.pass(Duration.ofMinutes(1));
        Unreadable unreadable = fixture.take("b1").unreadable().get(0);
        assertEquals("800A", unreadable.group());
        assertEquals(Settled.DONE, queue.settle("b1", List.of(parked(unreadable))));
    }

    @Test
    void a_worker_that_dies_of_a_value_leaves_it_to_the_next_behind_what_waits() {
        fixture.redis().hset(Fixture.Q + ":g:800A", id(1).toString(), "nonsense");
        queue.offer(List.of(entry("800A", 2, 1)));
        fixture.redis().rpush(Fixture.Q + ":ready", "1:800A");
        fixture.take("dies");
        queue.offer(List.of(entry("800B", 3, 1)));
        fixture.pass(Fixture.LEASE);
        assertEquals(List.of(entry("800B", 3, 1)), fixture.take("b1", 1).entries());
        Batch again = fixture.take("b2");
        assertEquals("nonsense", again.unreadable().get(0).body());
        assertEquals(List.of(entry("800A", 2, 1)), again.entries());
    }

    @Test
    void keys_of_another_format_are_shut_until_they_are_rebuilt() {
        queue.offer(List.of(entry("800A", 1, 1)));
        UnaryOperator<String> newer = text -> text.replace("local FORMAT = 2", "local FORMAT = 3");
        UnaryOperator<String> scripts = file -> newer.apply(ShardScripts.resource(file));
        try (EntryQueue other = EntryQueue.connect(Fixture.patient(fixture.uri()), scripts)) {
            assertEquals(new Take.Shut(), other.take("b1", 10, Fixture.LEASE));
            other.operations().beginRebuild(Fixture.LEASE).orElseThrow().finish();
            assertTrue(queue.operations().needsRebuild());
            assertEquals(new Take.Shut(), queue.take("b2", 10, Fixture.LEASE));
        }
    }

    @Test
    void a_good_offer_replaces_a_value_without_a_version() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.redis().hset(Fixture.Q + ":g:800A", id(1).toString(), "nonsense");
        assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(entry("800A", 1, 1))));
        assertEquals(List.of(entry("800A", 1, 1)), fixture.take("b1").entries());
    }

    @Test
    void a_delayed_value_without_a_group_is_handed_out_as_unreadable() {
        fixture.redis().zadd(Fixture.Q + ":delay", 1, "somebody");
        fixture.redis().hset(Fixture.Q + ":wait", "somebody", "nonsense");
        Batch batch = fixture.take("b1");
        assertEquals("nonsense", batch.unreadable().get(0).body());
        assertEquals(
                Settled.DONE,
                queue.settle("b1", List.of(parked(batch.unreadable().get(0)))));
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void a_ready_group_with_nothing_waiting_is_passed_over() {
        fixture.redis().lpush(Fixture.Q + ":ready", "1:800X", "nonsense", "");
        queue.offer(List.of(entry("800A", 1, 1), entry("800A", 2, 1)));
        assertEquals(2, fixture.take("b1").entries().size());
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void a_group_that_is_ready_twice_goes_to_one_worker() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.redis().rpush(Fixture.Q + ":ready", "1:800A");
        fixture.take("b1", 1);
        assertTrue(queue.take("b2", 1, Fixture.LEASE) instanceof Take.Nothing);
    }

    @Test
    void one_entry_under_two_groups_is_never_twice_in_a_batch() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 1, 1), entry("800C", 2, 1)));
        Batch first = fixture.take("b1");
        assertEquals(List.of(entry("800A", 1, 1), entry("800C", 2, 1)), first.entries());
        Batch second = fixture.take("b2");
        assertEquals(List.of(entry("800B", 1, 1)), second.entries());
    }

    @Test
    void one_entry_under_two_groups_is_never_twice_in_a_large_batch_either() {
        List<QueueEntry> many = IntStream.range(10, 60)
                .mapToObj(entry -> entry("800" + entry % 5, entry, 1))
                .toList();
        queue.offer(many);
        queue.offer(List.of(entry("8003", 10, 1)));

        Batch first = fixture.take("b1");
        assertEquals(40, first.entries().size());
        Batch second = fixture.take("b2");
        assertEquals(11, second.entries().size());

        assertEquals(Settled.DONE, queue.settle("b1", Fixture.allAccepted(first)));
        assertEquals(Settled.DONE, queue.settle("b2", Fixture.allAccepted(second)));
        assertEquals(List.of(), queue.operations().audit());
    }

    /** The client reads the records of a large batch itself, but none that would fill its memory. */
    @Test
    void a_value_longer_than_any_of_ours_is_cut_in_a_large_batch_too() {
        List<QueueEntry> many = IntStream.range(0, 50)
                .mapToObj(entry -> entry("800A", entry, 1))
                .toList();
        queue.offer(many);
        fixture.redis().hset(Fixture.Q + ":g:800A", id(7).toString(), "x".repeat(20_000));
        fixture.redis().hset(Fixture.Q + ":g:800A", id(8).toString(), "x".repeat(2_000_000));

        Batch batch = fixture.take("b1");

        assertEquals(48, batch.entries().size());
        assertEquals(
                List.of(10_000, 10_000),
                batch.unreadable().stream().map(it -> it.body().length()).toList());
    }

    private static Settlement parked(Unreadable unreadable) {
        return new Settlement.ParkedUnreadable(unreadable.entryKey(), "unreadable_record", unreadable.problem());
    }

    private String body(String stream, int entry, int position) {
        String outcomes = fixture.redis()
                .xrange(Fixture.Q + ":" + stream, Range.unbounded())
                .get(entry)
                .getBody()
                .get("outcomes");
        try {
            return new ObjectMapper().readTree(outcomes).get(position).get(9).textValue();
        } catch (JsonProcessingException e) {
            throw new AssertionError(outcomes, e);
        }
    }
}
