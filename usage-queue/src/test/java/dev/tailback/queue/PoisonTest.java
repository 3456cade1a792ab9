package dev.tailback.queue;

import static dev.tailback.queue.Fixture.accepted;
import static dev.tailback.queue.Fixture.id;
import static dev.tailback.queue.Fixture.usage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that somebody, or another version, has put into Redis. */
class PoisonTest {
    private static final String GOOD = "{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}";

    private Fixture fixture;
    private UsageQueue queue;

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
                "99999999999999999999|0|1|" + GOOD
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
        assertEquals(1, queue.status().outcomesAside());
        assertEquals("1|0|1|" + GOOD, body("aside", 0, 0));
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
        assertEquals(List.of(), queue.audit());
    }

    @Test
    void a_ready_contract_with_nothing_waiting_is_passed_over() {
        fixture.redis().lpush(Fixture.Q + ":ready", "1:800X", "nonsense", "");
        queue.offer(List.of(usage("800A", 1, 1), usage("800A", 2, 1)));
        assertEquals(2, fixture.take("b1").records().size());
        assertEquals(List.of(), queue.audit());
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
