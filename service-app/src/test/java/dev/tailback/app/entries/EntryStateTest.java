package dev.tailback.app.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.app.testing.Line;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EntryStateTest {

    private static Line line;

    @BeforeAll
    static void start() {
        line = Line.withoutSalesforce();
    }

    @AfterAll
    static void end() {
        line.close();
    }

    /** Every fate that the table admits, reported or not, with and without a next attempt, beside every replaced entry, on open and fulfilled contracts. */
    private static final String EVERY_ROW = """
            with e as (
                select fate, version, reported_version, next_attempt_at, replaced, contract_id
                from (values ('OPEN'), ('PARKED'), ('WITHDRAWN')) f(fate),
                    (values (2, 1), (2, 2), (1, 2), (1, 0)) v(version, reported_version),
                    (values (null), (now())) n(next_attempt_at),
                    (values (null), ('OPEN'), ('PARKED'), ('WITHDRAWN')) r(replaced),
                    (values ('unseen'), ('open'), ('fulfilled')) c(contract_id)),
            c as (
                select * from (values ('open', null), ('fulfilled', now())) c(contract_id, fulfilled_seen_at))
            select count(*) from e
            left join (values ('OPEN'), ('PARKED'), ('WITHDRAWN')) r(fate) on r.fate = e.replaced
            left join c on c.contract_id = e.contract_id
            where (e.fate <> 'WITHDRAWN' or e.version = e.reported_version) and (%s) <> 1
            """;

    @Test
    void every_entry_is_in_exactly_one_state() {
        assertEquals(0, line.number(EVERY_ROW.formatted(statesThatHold(EntryState.values()))));
    }

    /** The check itself finds a state too few. */
    @Test
    void a_missing_state_would_be_found() {
        EntryState[] tooFew = {EntryState.REJECTED, EntryState.RETRYING, EntryState.WAITING, EntryState.REPORTED};
        assertEquals(true, line.number(EVERY_ROW.formatted(statesThatHold(tooFew))) > 0);
    }

    @Test
    void states_are_named_in_any_case_and_only_by_the_five_words() {
        assertEquals(EntryState.LOCKED, EntryState.named(" locked ").orElseThrow());
        assertEquals(true, EntryState.named("parked").isEmpty());
    }

    private static String statesThatHold(EntryState... states) {
        return Arrays.stream(states)
                .map(state -> "case when " + state.condition() + " then 1 else 0 end")
                .collect(Collectors.joining(" + "));
    }
}
