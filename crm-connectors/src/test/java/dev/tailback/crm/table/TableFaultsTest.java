package dev.tailback.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kit's relay does to HTTP, done to a database. */
class TableFaultsTest {

    private static final List<Write> ONE = List.of(new Write.Create(Map.of("name", "one")));

    private final CompanyDatabase company = new CompanyDatabase();

    @Test
    void a_database_that_takes_no_connection_is_unavailable() {
        TableSettings nowhere =
                TableSettings.of("jdbc:postgresql://127.0.0.1:9/none", "a", "b", List.of(CompanyDatabase.OBJECT));
        try (TableConnector connector = new TableConnector(nowhere)) {
            assertTrue(isAway(connector.schema()));
            assertTrue(isAway(connector.write(CompanyDatabase.OBJECT, ONE)));
        }
    }

    @Test
    void a_server_that_ends_our_connections_is_used_again_at_once() {
        try (TableConnector connector = new TableConnector(company.settings())) {
            connector.schema();
            company.one("select count(pg_terminate_backend(pid)) from pg_stat_activity where "
                    + "application_name = 'Tailback hub' and datname = current_database()");

            assertTrue(isGiven(connector.write(CompanyDatabase.OBJECT, ONE)));
        }
    }

    @Test
    void a_write_whose_answer_was_lost_is_unknown_and_the_rest_is_not_sent() {
        company.runs("create function crm.cut() returns trigger language plpgsql as $$ begin "
                + "if new.name = 'cut' then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$;"
                + " create trigger cut before insert on crm.customer for each row execute function crm.cut()");
        List<Write> writes = List.of(
                new Write.Create(Map.of("name", "before")),
                new Write.Create(Map.of("name", "cut")),
                new Write.Create(Map.of("name", "after")));
        try (TableConnector connector = new TableConnector(company.settings())) {
            List<Written> answers = connector
                    .write(CompanyDatabase.OBJECT, writes)
                    .fold(given -> given, refused -> List.of(), away -> List.of());

            assertEquals(
                    List.of("accepted", "unknown", "for now"),
                    answers.stream().map(TableFaultsTest::word).toList());
        }
    }

    private static String word(Written written) {
        return written.fold(
                accepted -> "accepted",
                refused -> refused.isForNow() ? "for now" : "refused",
                conflict -> "conflict",
                gone -> "gone",
                unknown -> "unknown");
    }

    @Test
    void a_table_without_a_log_or_a_key_is_refused_with_what_to_do() {
        company.runs("create table crm.bare (name text)");
        TableSettings settings = TableSettings.of(
                company.settings().jdbcUrl(),
                company.settings().user(),
                company.settings().password(),
                List.of("crm.bare"));
        try (TableConnector connector = new TableConnector(settings)) {
            String missing =
                    connector.authenticate().fold(given -> given.missing().toString(), refused -> "", away -> "");

            assertTrue(missing.contains("primary key of one column"), missing);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?socketFactory=evil",
                "jdbc:postgresql://host/db?user=a&password=b",
                "jdbc:mysql://host/db",
                "jdbc:postgresql://user:word@host/db",
                "postgres://host/db"
            })
    void an_address_that_could_load_classes_or_hold_secrets_is_not_taken(String url) {
        assertThrows(IllegalArgumentException.class, () -> TableSettings.of(url, "a", "b", List.of("a.b")));
    }

    @Test
    void the_password_shows_in_no_text() {
        assertFalse(TableSettings.of("jdbc:postgresql://host/db", "user", "word-of-ours", List.of("a.b"))
                .toString()
                .contains("word-of-ours"));
        assertEquals(Optional.empty(), TableName.of("a.b.c"));
    }

    private static boolean isAway(Answer<?> answer) {
        return answer.<Boolean>fold(given -> false, refused -> false, away -> true);
    }

    private static boolean isGiven(Answer<?> answer) {
        return answer.<Boolean>fold(given -> true, refused -> false, away -> false);
    }
}
