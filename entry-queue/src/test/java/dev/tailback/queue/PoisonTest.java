package dev.tailback.queue;

import static dev.tailback.queue.Fixture.accepted;
import static dev.tailback.queue.Fixture.id;
import static dev.tailback.queue.Fixture.usage;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
    private static final String GOOD = "{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}";

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
                "1|0|1|",
                "1|0|1|{",
                "1|0|1|[]",
                "1|0|1|{}",
                "x|0|1|" + GOOD,
                "1|0|1|{\"v\":2,\"product\":\"a0P\"}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":\"3\",\"cancelled\":false,\"ad\":\"AD\"}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":-3,\"cancelled\":false,\"ad\":\"AD\"}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":99999999999,\"cancelled\":false,\"ad\":\"AD\"}",
                "99999999999999999999|0|1|" + GOOD,
                "0|0|1|" + GOOD,
                "-1|0|1|" + GOOD,
                "1|-1|1|" + GOOD,
                "1|0|" + GOOD,
                "1|0|1|null",
                "1|0|1|{\"v\":null}",
                "1|0|1|{\"v\":\"1\",\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}",
                "1|0|1|{\"v\":0,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":1000001,\"cancelled\":false,\"ad\":\"AD\"}",
                "1|0|1|{\"v\":1,\"product\":\"a0P' OR Name != '\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"A\\u0000D\"}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"A\\ud800D\"}",
                "1|2000000|1|" + GOOD,
                "9007199254740992|0|1|" + GOOD,
                "1|0|1|{\"v\":1,\"product\":\"\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":\"no\",\"ad\":\"AD\"}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":null}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"A\u0000D"
            })
    void an_unreadable_value_is_handed_out_as_such_and_leaves_with_its_body(String value) {
        queue.offer(List.of(usage("800A", 1, 1)));
        fixture.redis().hset(Fixture.Q + ":g:800A", id(2).toString(), value);
        Batch batch = fixture.take("b1");
        assertEquals(List.of(usage("800A", 1, 1)), batch.records());
        Unreadable unreadable = batch.unreadable().get(0);
        assertEquals(value, unreadable.body());
        assertEquals(Settled.DONE, queue.settle("b1", List.of(accepted(usage("800A", 1, 1)), parked(unreadable))));
        try (OutcomeStream outcomes = fixture.outcomes()) {
            Outcome outcome = outcomes.read(10, Duration.ZERO).get(1);
            assertEquals(OutcomeKind.PARKED, outcome.kind());
            assertEquals(id(2), outcome.entryId());
        }
        assertEquals(value, body("outcomes", 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000A"})
    void an_entry_whose_key_is_no_id_of_ours_is_kept_aside_with_its_body(String key) {
        queue.offer(List.of(usage("800A", 1, 1)));
        fixture.redis().hset(Fixture.Q + ":g:800A", key, "1|0|1|" + GOOD);
        Batch batch = fixture.take("b1");
        queue.settle(
                "b1",
                List.of(accepted(usage("800A", 1, 1)), parked(batch.unreadable().get(0))));
        try (OutcomeStream outcomes = fixture.outcomes()) {
            assertEquals(1, outcomes.read(10, Duration.ZERO).size());
        }
        assertEquals(1, queue.operations().status().outcomesAside());
        assertEquals("1|0|1|" + GOOD, body("aside", 0, 0));
    }

    /** A rolling update: the service app is newer already, and this worker is not. */
    @Test
    void a_record_of_a_newer_program_is_parked_once_with_a_sentence_that_says_what_to_update() {
        queue.offer(List.of(usage("800A", 1, 1)));
        String newer = "7|2|1|{\"v\":2,\"product\":{\"id\":\"a0P\"}}";
        fixture.redis().hset(Fixture.Q + ":g:800A", id(1).toString(), newer);
        Unreadable unreadable = fixture.take("b1").unreadable().get(0);
        assertTrue(
                unreadable
                        .problem()
                        .endsWith("its payload has version 2 and this Tailback reads 1: update this program"),
                unreadable.problem());
        queue.settle("b1", List.of(parked(unreadable)));
        assertTrue(queue.take("b2", 10, Fixture.LEASE) instanceof Take.Nothing);
        try (OutcomeStream outcomes = fixture.outcomes()) {
            Outcome told = outcomes.read(10, Duration.ZERO).get(0);
            assertEquals(7, told.version());
            assertEquals(OutcomeKind.PARKED, told.kind());
        }
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void what_a_newer_program_adds_to_a_payload_without_changing_its_version_is_left_alone() {
        queue.offer(List.of(usage("800A", 1, 1)));
        String more = "1|0|1|" + GOOD.replace("}", ",\"colour\":\"red\"}");
        fixture.redis().hset(Fixture.Q + ":g:800A", id(1).toString(), more);
        assertEquals(1, fixture.take("b1").records().size());
    }

    @Test
    void a_delayed_record_of_a_newer_program_is_handed_out_when_it_is_due() {
        queue.postpone(List.of(new Postponed(usage("800A", 1, 1), Duration.ofMinutes(1))));
        fixture.redis().hset(Fixture.Q + ":wait", id(1).toString(), "800A\n1|0|1|{\"v\":2}");
        fixture.pass(Duration.ofMinutes(1));
        Unreadable unreadable = fixture.take("b1").unreadable().get(0);
        assertEquals("800A", unreadable.contractId());
        assertEquals(Settled.DONE, queue.settle("b1", List.of(parked(unreadable))));
    }

    @Test
    void a_worker_that_dies_of_a_value_leaves_it_to_the_next_behind_what_waits() {
        fixture.redis().hset(Fixture.Q + ":g:800A", id(1).toString(), "nonsense");
        queue.offer(List.of(usage("800A", 2, 1)));
        fixture.redis().rpush(Fixture.Q + ":ready", "1:800A");
        fixture.take("dies");
        queue.offer(List.of(usage("800B", 3, 1)));
        fixture.pass(Fixture.LEASE);
        assertEquals(List.of(usage("800B", 3, 1)), fixture.take("b1", 1).records());
        Batch again = fixture.take("b2");
        assertEquals("nonsense", again.unreadable().get(0).body());
        assertEquals(List.of(usage("800A", 2, 1)), again.records());
    }

    @Test
    void keys_of_another_format_are_shut_until_they_are_rebuilt() {
        queue.offer(List.of(usage("800A", 1, 1)));
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
        queue.offer(List.of(usage("800A", 1, 1)));
        fixture.redis().hset(Fixture.Q + ":g:800A", id(1).toString(), "nonsense");
        assertEquals(new Offered.Taken(1, 0), queue.offer(List.of(usage("800A", 1, 1))));
        assertEquals(List.of(usage("800A", 1, 1)), fixture.take("b1").records());
    }

    @Test
    void a_delayed_value_without_a_contract_is_handed_out_as_unreadable() {
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
    void a_ready_contract_with_nothing_waiting_is_passed_over() {
        fixture.redis().lpush(Fixture.Q + ":ready", "1:800X", "nonsense", "");
        queue.offer(List.of(usage("800A", 1, 1), usage("800A", 2, 1)));
        assertEquals(2, fixture.take("b1").records().size());
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void a_contract_that_is_ready_twice_goes_to_one_worker() {
        queue.offer(List.of(usage("800A", 1, 1)));
        fixture.redis().rpush(Fixture.Q + ":ready", "1:800A");
        fixture.take("b1", 1);
        assertTrue(queue.take("b2", 1, Fixture.LEASE) instanceof Take.Nothing);
    }

    @Test
    void one_entry_under_two_contracts_is_never_twice_in_a_batch() {
        queue.offer(List.of(usage("800A", 1, 1), usage("800B", 1, 1), usage("800C", 2, 1)));
        Batch first = fixture.take("b1");
        assertEquals(List.of(usage("800A", 1, 1), usage("800C", 2, 1)), first.records());
        Batch second = fixture.take("b2");
        assertEquals(List.of(usage("800B", 1, 1)), second.records());
    }

    @Test
    void one_entry_under_two_contracts_is_never_twice_in_a_large_batch_either() {
        List<UsageRecord> many = IntStream.range(10, 60)
                .mapToObj(entry -> usage("800" + entry % 5, entry, 1))
                .toList();
        queue.offer(many);
        queue.offer(List.of(usage("8003", 10, 1)));

        Batch first = fixture.take("b1");
        assertEquals(40, first.records().size());
        Batch second = fixture.take("b2");
        assertEquals(11, second.records().size());

        assertEquals(Settled.DONE, queue.settle("b1", Fixture.allAccepted(first)));
        assertEquals(Settled.DONE, queue.settle("b2", Fixture.allAccepted(second)));
        assertEquals(List.of(), queue.operations().audit());
    }

    /** The client reads the records of a large batch itself, but none that would fill its memory. */
    @Test
    void a_value_longer_than_any_of_ours_is_cut_in_a_large_batch_too() {
        List<UsageRecord> many = IntStream.range(0, 50)
                .mapToObj(entry -> usage("800A", entry, 1))
                .toList();
        queue.offer(many);
        fixture.redis().hset(Fixture.Q + ":g:800A", id(7).toString(), "x".repeat(20_000));
        fixture.redis().hset(Fixture.Q + ":g:800A", id(8).toString(), "x".repeat(2_000_000));

        Batch batch = fixture.take("b1");

        assertEquals(48, batch.records().size());
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
