package dev.tailback.app.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tailback.app.rights.MigratedDatabase;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EntryStateTest {

    private static MigratedDatabase database;

    /**
     * Every fate that the table admits, reported or not, with and without a next attempt, beside every replaced entry,
     * on open and fulfilled contracts.
     */
    @BeforeAll
    static void every_row() throws SQLException {
        database = new MigratedDatabase();
        database.execute("""
                insert into ad (id, title, contract_id, version, cancelled, created_by, created_at, changed_by, changed_at)
                values (gen_random_uuid(), 'Spring', '800', 1, false, 'me', now(), 'me', now());
                insert into contract_label (contract_id, number, customer, fulfilled_seen_at, seen_at)
                values ('open', '1', 'One', null, now()), ('fulfilled', '2', 'Two', now(), now());
                create function entry(f text, v int, reported int, next timestamptz, other uuid, contract text)
                returns uuid language sql as $$
                    insert into usage_entry (id, ad_id, contract_id, contract_product_id, units, cancelled, version,
                        highest_version, replaces, reported_version, reported_units, reported_cancelled, fate, attempts,
                        next_attempt_at, offer_due_at, open_since, created_at, changed_at)
                    select gen_random_uuid(), ad.id, contract, 'a01', 1, false, v, v, other, reported, 1,
                        false, f, 0, next, now(), now(), now(), now()
                    from ad
                    returning id
                $$;
                create table replaced (id uuid);
                insert into replaced
                values (null), (entry('OPEN', 1, 0, null, null, 'replaced')), (entry('PARKED', 1, 0, null, null, 'replaced')),
                    (entry('WITHDRAWN', 1, 1, null, null, 'replaced'));
                select entry(fate, version, reported, next, replaced.id, contract)
                from (values ('OPEN'), ('PARKED'), ('WITHDRAWN')) f(fate),
                    (values (2, 1), (2, 2), (1, 2), (1, 0)) v(version, reported),
                    (values (null), (now())) n(next), replaced,
                    (values ('unseen'), ('open'), ('fulfilled')) c(contract)
                where (fate <> 'WITHDRAWN' or version = reported) and (fate <> 'PARKED' or version > reported);
                """);
    }

    @Test
    void every_entry_is_in_exactly_one_state() throws SQLException {
        assertEquals("0", notInOneOf(EntryState.values()));
        assertEquals(List.of("171"), database.texts("select count(*) from shown_entry"));
    }

    @Test
    void the_word_of_an_entry_is_the_state_that_holds() throws SQLException {
        for (EntryState state : EntryState.values()) {
            assertEquals(
                    List.of("0"),
                    database.texts("select count(*) from shown_entry e where (e.state = '%s') is distinct from %s"
                            .formatted(state.name(), state.condition())));
        }
    }

    /** The check itself finds a state too few. */
    @Test
    void a_missing_state_would_be_found() throws SQLException {
        EntryState[] tooFew = {EntryState.REJECTED, EntryState.RETRYING, EntryState.WAITING, EntryState.REPORTED};
        assertNotEquals("0", notInOneOf(tooFew));
    }

    @Test
    void states_are_named_in_any_case_and_only_by_the_five_words() {
        assertEquals(EntryState.LOCKED, EntryState.named(" locked ").orElseThrow());
        assertEquals(true, EntryState.named("parked").isEmpty());
    }

    private static String notInOneOf(EntryState... states) throws SQLException {
        String holding = Arrays.stream(states)
                .map(state -> "case when " + state.condition() + " then 1 else 0 end")
                .collect(Collectors.joining(" + "));
        return database.texts("select count(*) from shown_entry e where (" + holding + ") <> 1")
                .get(0);
    }
}
