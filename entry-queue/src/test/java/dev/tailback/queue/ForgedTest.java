package dev.tailback.queue;

import static dev.tailback.queue.Fixture.Q;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody writes into Redis who may, and is not us. */
class ForgedTest {
    private static final String ENTRY = "\"" + id(1) + "\"";

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

    @Test
    void an_acceptance_carries_the_number_that_the_worker_made_of_what_it_sent() {
        queue.offer(List.of(entry("800A", 1, 1), entry("800A", 2, 1), entry("800A", 3, 1)));
        fixture.take("b1");
        queue.settle(
                "b1",
                List.of(
                        new Settlement.Accepted(id(1), 1, "a0U1", OptionalLong.of(0)),
                        new Settlement.Accepted(id(2), 1, "a0U2", OptionalLong.of(QueueEntry.LARGEST_VERSION)),
                        new Settlement.Accepted(id(3), 1, "a0U3", OptionalLong.empty())));
        assertEquals(
                List.of(OptionalLong.of(0), OptionalLong.of(QueueEntry.LARGEST_VERSION), OptionalLong.empty()),
                read().stream().map(Outcome::sent).toList());
    }

    @Test
    void a_number_that_redis_and_json_would_round_is_refused() {
        for (long number : List.of(-1L, QueueEntry.LARGEST_VERSION + 1)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Settlement.Accepted(id(1), 1, "a0U", OptionalLong.of(number)));
        }
    }

    @Test
    void a_payload_that_was_changed_in_redis_arrives_as_it_is_there_so_that_its_number_differs() {
        queue.offer(List.of(entry("800A", 1, 1)));
        String key = Q + ":g:800A";
        String changed = fixture.redis().hget(key, id(1).toString()).replace("version 1 says", "somebody says");
        fixture.redis().hset(key, id(1).toString(), changed);
        assertEquals("what somebody says", fixture.take("b1").entries().get(0).payload());
    }

    @Test
    void another_process_that_settles_names_it_too() {
        queue.offer(List.of(entry("800A", 1, 1)));
        Batch batch = fixture.take("b1");
        try (EntryQueue other = fixture.elsewhere()) {
            assertEquals(Settled.DONE, other.settle("b1", allAccepted(batch)));
        }
        assertEquals(OptionalLong.of(4_711), read().get(0).sent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"800A\",9007199254740992,0,null,null,null,\"ACCEPTED\"",
                "\"800A\",99999999999999999999999999,0,null,null,null,\"ACCEPTED\"",
                "\"800A\",1e3,0,null,null,null,\"ACCEPTED\"",
                "\"800A\",-1,0,null,null,null,\"ACCEPTED\"",
                "\"800A\",1,2147483647,null,null,null,\"RETRYING\"",
                "\"800 A\",1,0,null,null,null,\"ACCEPTED\"",
                "\"800A\\u0000\",1,0,null,null,null,\"ACCEPTED\"",
                "\"\",1,0,null,null,null,\"ACCEPTED\"",
                "\"800A\",1,0,\"<script>\",null,null,\"ACCEPTED\"",
                "\"800A\",1,0,null,null,null,\"BELIEVED\"",
                "\"800A\",1,0,null,null,null,\"RETRYING\",-5",
                "\"800A\",1,0,null,null,null,\"RETRYING\",9223372036854775807",
                "\"800A\",1,0,null,null,null,\"RETRYING\",1.5",
                "\"800A\",1,0,null,null,null,\"ACCEPTED\",null,null,-1"
            })
    void an_outcome_that_cannot_be_ours_is_put_aside(String rest) {
        tell("[[" + ENTRY + "," + rest + "]]");
        assertEquals(List.of(), read());
        assertEquals(1, queue.operations().status().outcomesAside());
        assertEquals(List.of(), read());
    }

    @Test
    void its_neighbours_count() {
        tell("[[" + ENTRY + ",\"800A\",-1,0,null,null,null,\"ACCEPTED\"],[" + ENTRY
                + ",\"800A\",1,0,null,null,null,\"ACCEPTED\"]]");
        assertEquals(1, read().size());
    }

    @Test
    void what_a_newer_program_adds_to_an_outcome_is_left_alone() {
        tell("[[" + ENTRY + ",\"800A\",1,0,null,null,null,\"ACCEPTED\",null,null,7,\"more\",{\"and\":[1]}]]");
        assertEquals(OptionalLong.of(7), read().get(0).sent());
    }

    @Test
    void an_outcome_of_an_older_program_does_not_say_what_was_sent() {
        tell("[[" + ENTRY + ",\"800A\",1,0,\"a0U\",null,null,\"ACCEPTED\"]]");
        assertEquals(OptionalLong.empty(), read().get(0).sent());
    }

    @Test
    void texts_are_cut_and_cleaned() {
        tell("[[" + ENTRY + ",\"800A\",1,1,null,\"C\\u0007ODE\",\"a\\u0000b\\ud800c" + "x".repeat(50_000)
                + "\",\"PARKED\"]]");
        Outcome outcome = read().get(0);
        assertEquals("C?ODE", outcome.code().orElseThrow());
        assertTrue(outcome.reason().orElseThrow().startsWith("a?b?cxx"), outcome.reason()::toString);
        assertEquals(4_000, outcome.reason().orElseThrow().length());
    }

    @Test
    void more_outcomes_than_anybody_writes_into_one_entry_go_aside_whole() {
        String one = "[" + ENTRY + ",\"800A\",1,0,null,null,null,\"ACCEPTED\"]";
        tell("[" + String.join(",", java.util.Collections.nCopies(2_000, one)) + "]");
        assertEquals(List.of(), read());
        assertEquals(1, queue.operations().status().outcomesAside());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void deep_nesting_goes_aside(int depth) {
        tell("[".repeat(depth) + "]".repeat(depth));
        assertEquals(List.of(), read());
        assertEquals(1, queue.operations().status().outcomesAside());
    }

    @Test
    void a_thousand_entries_of_garbage_keep_no_outcome_from_the_ledger() {
        for (int i = 0; i < 1_000; i++) {
            tell("garbage " + i);
        }
        queue.offer(List.of(entry("800A", 1, 1)));
        queue.settle("b1", allAccepted(fixture.take("b1")));
        try (OutcomeStream outcomes = fixture.outcomes()) {
            int found = 0;
            for (int round = 0; round < 100 && found == 0; round++) {
                found = outcomes.read(200, Duration.ZERO).size();
            }
            assertEquals(1, found);
        }
        assertEquals(1_000, queue.operations().status().outcomesAside());
    }

    @Test
    void a_value_of_a_megabyte_is_handed_out_cut_and_leaves_the_queue() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.redis().hset(Q + ":g:800A", id(1).toString(), "1|0|1|{\"v\":1,\"product\":\"" + "a".repeat(1_000_000));
        Batch batch = fixture.take("b1");
        assertTrue(batch.unreadable().get(0).body().length() <= 10_000);
        Settlement parked = new Settlement.ParkedUnreadable(id(1).toString(), "unreadable_record", "It is too long.");
        assertEquals(Settled.DONE, queue.settle("b1", List.of(parked)));
        assertEquals(1, read().size());
        assertEquals(List.of(), queue.operations().audit());
    }

    @Test
    void a_pause_with_a_made_up_begin_spoils_no_status() {
        fixture.redis().hset(Q + ":paused", Map.of("reason", "r\u0007", "since", "yesterday"));
        QueueStatus.Pause pause = queue.operations().status().paused().orElseThrow();
        assertEquals("r?", pause.reason());
    }

    @Test
    void a_made_up_report_spoils_no_other() {
        fixture.redis().hset(Q + ":reports", "huge", "{\"worker\":\"" + "x".repeat(100_000) + "\"}");
        fixture.redis()
                .hset(
                        Q + ":reports",
                        "odd",
                        "{\"worker\":\"w\\u0007\",\"state\":\"PAUSED\",\"since\":9223372036854775807}");
        double now = Double.parseDouble(fixture.redis().get("clock"));
        fixture.redis().zadd(Q + ":seen", now, "huge");
        fixture.redis().zadd(Q + ":seen", now, "odd");
        List<WorkerReport> reports = queue.operations().workers();
        assertEquals(List.of("w?"), reports.stream().map(WorkerReport::workerId).toList());
        assertFalse(reports.get(0).since().toString().isEmpty());
    }

    private void tell(String outcomes) {
        fixture.redis().xadd(Q + ":outcomes", Map.of("at", "1", "n", "1", "outcomes", outcomes));
    }

    private List<Outcome> read() {
        try (OutcomeStream outcomes = fixture.outcomes()) {
            return outcomes.read(10, Duration.ZERO);
        }
    }
}
