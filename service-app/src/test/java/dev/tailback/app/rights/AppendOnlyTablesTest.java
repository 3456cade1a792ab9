package dev.tailback.app.rights;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables refuse also to their owner, whatever rights he has. */
class AppendOnlyTablesTest {

    private static final String ENTRY = "'11111111-1111-1111-1111-111111111111'";
    private static MigratedDatabase database;

    @BeforeAll
    static void one_row_each() throws SQLException {
        database = new MigratedDatabase();
        database.execute("""
                insert into ad (id, title, contract_id, version, cancelled, created_by, created_at, changed_by, changed_at)
                values (%1$s, 'Spring', '800', 1, false, 'me', now(), 'me', now());
                insert into usage_entry (id, ad_id, contract_id, contract_product_id, units, cancelled, version,
                    highest_version, reported_version, reported_units, reported_cancelled, fate, attempts, offer_due_at,
                    open_since, created_at, changed_at)
                values (%1$s, %1$s, '800', 'a01', 1, false, 1, 3, 0, 0, false, 'OPEN', 0, now(), now(), now(), now());
                insert into usage_history (entry_id, at, who, what, version, units, cancelled)
                values (%1$s, now(), 'me', 'CREATED', 1, 1, false);
                insert into ad_history (ad_id, at, who, version, field, before, after)
                values (%1$s, now(), 'me', 2, 'TITLE', 'Sprnig', 'Spring');
                insert into operator_action (at, who, what, reason, entries) values (now(), 'me', 'PAUSED', 'Night', 0)
                """.formatted(ENTRY));
        reconciliation("now()");
        reconciliation("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update usage_history set who = 'somebody'",
                "update usage_history set who = 'somebody' where false",
                "delete from usage_history",
                "delete from usage_history where false",
                "truncate usage_history",
                "update ad_history set who = 'somebody'",
                "update ad_history set who = 'somebody' where false",
                "delete from ad_history where false",
                "truncate ad_history",
                "update operator_action set who = 'somebody'",
                "update operator_action set who = 'somebody' where false",
                "delete from operator_action",
                "delete from operator_action where false",
                "truncate operator_action",
                "merge into operator_action using (values (1)) as other(id) on false when matched then delete",
                "insert into operator_action (id, at, who, what, entries) overriding system value"
                        + " values (1, now(), 'somebody', 'RESUMED', 0) on conflict (id) do update set who = 'somebody'",
                "update correction_request_event set who = 'somebody' where false",
                "delete from correction_request_event where false",
                "truncate correction_request_event",
                "update correction_request set units = 1 where false",
                "delete from correction_request where false",
                "truncate correction_request cascade",
                "update statement_key set seed = null where false",
                "delete from statement_key where false",
                "truncate statement_key cascade",
                "update close_statement set reason = 'Other' where false",
                "delete from close_statement where false",
                "truncate close_statement cascade",
                "update close_statement_line set units = 0 where false",
                "delete from close_statement_line where false",
                "truncate close_statement_line",
                "update contract_closing set reason = 'Other' where false",
                "delete from contract_closing where false",
                "truncate contract_closing",
                "update mapping_version set note = 'Other' where false",
                "delete from mapping_version where false",
                "truncate mapping_version",
                "update schema_version set changes = '' where false",
                "delete from schema_version where false",
                "truncate schema_version",
                "update mapping_effect set stopped = null where false",
                "delete from mapping_effect where false",
                "truncate mapping_effect",
                "delete from usage_entry where false",
                "delete from ledger_entry where false",
                "truncate usage_entry, usage_history, late_arrival",
                "truncate usage_entry cascade",
                "delete from account where false",
                "truncate account cascade",
                "update account_event set who = 'somebody' where false",
                "delete from account_event where false",
                "truncate account_event",
                "delete from ad where false",
                "truncate ad cascade",
                "delete from contract_label where false",
                "truncate contract_label",
                "delete from contract_product_label where false",
                "truncate contract_product_label",
                "update usage_entry set highest_version = 2, version = 1",
                "update ledger_entry set highest_version = 2, version = 1",
                "update reconciliation set found = '[1]' where ended_at is not null",
                "update reconciliation set ended_at = null where ended_at is not null",
                "delete from reconciliation where ended_at is null",
                "truncate reconciliation",
            })
    void what_was_written_is_never_changed_or_removed(String sql) throws SQLException {
        assertThrows(SQLException.class, () -> database.execute(sql));
        assertEquals(List.of("me"), database.texts("select who from usage_history"));
        assertEquals(List.of("me"), database.texts("select who from operator_action"));
        assertEquals(List.of("me"), database.texts("select who from ad_history"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update usage_entry set highest_version = 4, version = 4",
                "update usage_entry set offer_due_at = now()",
                "update ad set cancelled = true",
                "update reconciliation set seen_at = now() where ended_at is null",
                "delete from reconciliation where ended_at is not null and begun_at < now() - interval '1 day'",
            })
    void what_the_service_app_does_still_works(String sql) {
        assertDoesNotThrow(() -> database.execute(sql));
    }

    @Test
    void the_refusal_names_the_table_and_what_it_is() {
        SQLException refused = assertThrows(SQLException.class, () -> database.execute("truncate operator_action"));
        assertTrue(refused.getMessage().contains("operator_action is append-only"), refused.getMessage());
    }

    @Test
    void only_a_superuser_who_says_so_empties_everything() throws SQLException {
        MigratedDatabase other = new MigratedDatabase();
        other.execute("insert into operator_action (at, who, what, entries) values (now(), 'me', 'PAUSED', 0)");
        other.execute(
                "set session_replication_role = replica; truncate operator_action, ad, usage_entry, usage_history cascade");
        assertEquals(List.of(), other.texts("select who from operator_action"));
    }

    @Test
    void history_still_grows() throws SQLException {
        MigratedDatabase other = new MigratedDatabase();
        other.execute("insert into operator_action (at, who, what, entries) values (now(), 'me', 'PAUSED', 0)");
        other.execute("insert into operator_action (at, who, what, entries) values (now(), 'me', 'RESUMED', 0)");
        assertEquals(List.of("PAUSED", "RESUMED"), other.texts("select what from operator_action order by id"));
    }

    private static void reconciliation(String endedAt) throws SQLException {
        database.execute("""
                insert into reconciliation (repair, who, begun_at, seen_at, ended_at, entries, held, missing, foreign_usage,
                    tampered, stale, newer, repaired, found)
                values (false, 'me', now(), now(), %s, 0, 0, 0, 0, 0, 0, 0, 0, '[]')
                """.formatted(endedAt));
    }
}
