package dev.tailback.queue;

import static dev.tailback.queue.Fixture.accepted;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.id;
import static dev.tailback.queue.Fixture.later;
import static dev.tailback.queue.Fixture.parked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Settlement.Attempt;
import io.lettuce.core.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How records were sent comes back to the ledger beside their outcomes. */
class AttemptsOfOutcomesTest {
    private static final String STREAM = Fixture.Q + ":outcomes";
    private static final Instant SENT = Instant.ofEpochMilli(1_800_000_000_123L);
    private static final String GOOD_CALL = "[\"w\",1800000000123,45,200]";

    private Fixture fixture;
    private OutcomeStream outcomes;

    @BeforeEach
    void open() {
        fixture = Fixture.onStandingClock();
        outcomes = fixture.outcomes();
    }

    @AfterEach
    void close() {
        outcomes.close();
        fixture.close();
    }

    @Test
    void every_outcome_says_how_its_record_was_sent() {
        fixture.queue.offer(
                Stream.of(1, 2, 3, 4).map(entry -> entry("800A", entry, 5)).toList());
        List<QueueEntry> records = fixture.take("b1").entries();
        Map<UUID, Attempt> attempts = new HashMap<>();
        attempts.put(id(1), attempt(200, true, Optional.empty()));
        attempts.put(id(2), attempt(200, false, Optional.of("{\"success\":false,\n\"errors\":[\"é\"]}")));
        attempts.put(
                id(3), new Attempt("w-2", SENT, Duration.ofSeconds(60), OptionalInt.empty(), false, Optional.empty()));
        attempts.put(id(4), attempt(400, false, Optional.of("said \"no\"")));
        fixture.queue.settle(
                "b1",
                List.of(
                        accepted(records.get(0)),
                        new Settlement.Stale(id(2), 5, "The org holds version 6."),
                        later(records.get(2), Duration.ofSeconds(10)),
                        parked(records.get(3))),
                attempts);
        List<Outcome> read = outcomes.read(10, Duration.ZERO);
        read.forEach(outcome ->
                assertEquals(Optional.of(attempts.get(outcome.entryId())), outcome.attempt(), "of " + outcome.kind()));
        assertEquals(Optional.of(read.get(2).at().plusSeconds(10)), read.get(2).nextAttemptAt());
        assertTrue(read.get(0).sent().isPresent());
    }

    @Test
    void a_retry_that_gave_way_says_how_it_was_sent() {
        fixture.queue.offer(List.of(entry("800A", 1, 1)));
        Batch batch = fixture.take("b1");
        fixture.queue.offer(List.of(entry("800A", 1, 2)));
        Attempt attempt = attempt(200, false, Optional.of("busy"));
        fixture.queue.settle(
                "b1", List.of(later(batch.entries().get(0), Duration.ofSeconds(10))), Map.of(id(1), attempt));
        Outcome outcome = outcomes.read(1, Duration.ZERO).get(0);
        assertEquals(OutcomeKind.SUPERSEDED, outcome.kind());
        assertEquals(Optional.of(attempt), outcome.attempt());
    }

    @Test
    void a_batch_that_went_out_in_one_call_names_the_call_once() {
        fixture.queue.offer(IntStream.range(0, 200)
                .mapToObj(entry -> entry("800A", entry, 1))
                .toList());
        Batch batch = fixture.take("b1", 200);
        Map<UUID, Attempt> attempts = new HashMap<>();
        batch.entries().forEach(record -> attempts.put(record.id(), attempt(200, false, Optional.empty())));
        fixture.queue.settle("b1", allAccepted(batch), attempts);
        String told = written().get("outcomes");
        assertEquals("[[\"w-1\",1800000000123,45,200]]", written().get("calls"));
        int withoutAttempts = told.replace(",0]", "]").length();
        assertEquals(2 * 200, told.length() - withoutAttempts);
        assertTrue(outcomes.read(200, Duration.ZERO).stream()
                .allMatch(outcome -> outcome.attempt().equals(Optional.of(attempt(200, false, Optional.empty())))));
    }

    @Test
    void a_long_answer_is_cut() {
        fixture.queue.offer(List.of(entry("800A", 1, 1)));
        Batch batch = fixture.take("b1");
        Attempt attempt = attempt(200, false, Optional.of("\"".repeat(5_000)));
        fixture.queue.settle("b1", List.of(parked(batch.entries().get(0))), Map.of(id(1), attempt));
        assertTrue(written().get("outcomes").length() < 4_500);
        Attempt read = outcomes.read(1, Duration.ZERO).get(0).attempt().orElseThrow();
        assertEquals(Optional.of("\"".repeat(2_000)), read.answer());
    }

    @Test
    void an_outcome_that_a_worker_without_attempts_wrote_is_read() {
        add("[\"%s\",\"800A\",1,0,\"a0U\",null,null,\"ACCEPTED\",null,null,77]", null);
        Outcome read = outcomes.read(10, Duration.ZERO).get(0);
        assertEquals(Optional.empty(), read.attempt());
        assertEquals(77, read.sent().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{truncated",
                "7",
                "{}",
                "[]",
                "[7]",
                "[[]]",
                "[[\"w\"]]",
                "[[\"w\",\"today\",45,200]]",
                "[[\"w\",-1,45,200]]",
                "[[\"w\",1e300,45,200]]",
                "[[\"w\",99999999999999999999999999,45,200]]",
                "[[\"w\",1800000000123,-1,200]]",
                "[[\"w\",1800000000123,4500000000000,200]]",
                "[[null,1800000000123,45,200]]",
                "[[[[[[[[[[[[[1]]]]]]]]]]]]]"
            })
    void calls_that_nobody_can_read_cost_no_outcome(String calls) {
        add("[\"%s\",\"800A\",1,0,\"a0U\",null,null,\"ACCEPTED\",null,null,77,0,true]", calls);
        List<Outcome> read = outcomes.read(10, Duration.ZERO);
        assertEquals(Optional.empty(), read.get(0).attempt());
        assertEquals(OutcomeKind.ACCEPTED, read.get(0).kind());
        assertEquals(0, fixture.queue.operations().status().outcomesAside());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "99999", "1.5", "\"0\"", "[\"w\",1,1]", "null", "99999999999999999999"})
    void an_outcome_whose_call_is_not_there_counts(String place) {
        add(
                "[\"%s\",\"800A\",1,0,\"a0U\",null,null,\"ACCEPTED\",null,null,77," + place + ",true]",
                "[" + GOOD_CALL + "]");
        assertEquals(Optional.empty(), outcomes.read(10, Duration.ZERO).get(0).attempt());
        assertEquals(0, fixture.queue.operations().status().outcomesAside());
    }

    @Test
    void odd_words_of_a_call_are_cleaned_and_cut_and_an_odd_status_is_left_out() {
        add(
                "[\"%s\",\"800A\",1,1,null,\"NO\",\"no\",\"PARKED\",null,null,null,0,\"a\\u0000b\"]",
                "[[\"" + "w".repeat(500) + "\\u0007\",1800000000123,45,7000]]");
        Attempt read = outcomes.read(10, Duration.ZERO).get(0).attempt().orElseThrow();
        assertEquals("w".repeat(80), read.worker());
        assertEquals(OptionalInt.empty(), read.status());
        assertEquals(Optional.of("a?b"), read.answer());
    }

    private static Attempt attempt(int status, boolean created, Optional<String> answer) {
        return new Attempt("w-1", SENT, Duration.ofMillis(45), OptionalInt.of(status), created, answer);
    }

    private void add(String outcome, String calls) {
        String outcomesOfEntry = "[" + outcome.formatted(id(7)) + "]";
        Map<String, String> old = Map.of("outcomes", outcomesOfEntry, "at", "1", "n", "1");
        Map<String, String> entry = new HashMap<>(old);
        if (calls != null) {
            entry.put("calls", calls);
        }
        fixture.redis().xadd(STREAM, entry);
    }

    private Map<String, String> written() {
        return fixture.redis().xrange(STREAM, Range.unbounded()).get(0).getBody();
    }
}
