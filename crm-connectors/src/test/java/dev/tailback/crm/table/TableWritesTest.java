package dev.tailback.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table takes and refuses, and that each refusal names its field and no value. */
class TableWritesTest {

    private final CompanyDatabase company = new CompanyDatabase();
    private final TableConnector connector =
            new TableConnector(company.settings().withLimit(Duration.ofSeconds(4)));

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void values_of_every_type_come_back_as_the_contract_writes_them() {
        Map<String, String> values = Map.of(
                "name",
                "Ada",
                "staff",
                "12",
                "worth",
                "1234.5",
                "rank",
                "high",
                "is_key",
                "true",
                "since",
                "2026-11-29",
                "seen_at",
                "2026-11-29T10:15:30Z",
                "city",
                "");

        Map<String, String> stored = accepted(new Write.Create(values)).stored();

        assertEquals("1234.50", stored.get("worth"));
        assertEquals("2026-11-29T10:15:30Z", stored.get("seen_at"));
        assertEquals("high", stored.get("rank"));
        assertEquals("", stored.get("city"));
        assertEquals("true", stored.get("is_key"));
        assertEquals("2026-11-29", stored.get("since"));
    }

    @ParameterizedTest
    @CsvSource({
        "staff, many, 22P02",
        "staff, 99999999999, 22003",
        "worth, 123456789012, 22003",
        "worth, -1, 23514",
        "rank, middle, 22P02",
        "city, a city whose name is longer than the forty letters that it may have, 22001",
        "email, taken@example.com, 23505",
        "shown, x, NOT_WRITABLE",
        "nothing, x, UNKNOWN_COLUMN",
        "since, 2026-13-41, 22008"
    })
    void a_refusal_names_its_field_and_not_the_value(String field, String value, String code) {
        company.runs("insert into crm.customer (name, email) values ('first', 'taken@example.com')");

        Written.Refused refused = refused(new Write.Create(Map.of("name", "second", field, value)));

        assertEquals(code, refused.code());
        assertEquals(Optional.of(field), refused.field());
        assertFalse(refused.isForNow());
        assertFalse(refused.reason().contains(value) && value.length() > 1, refused.reason());
    }

    @Test
    void what_must_not_be_empty_is_refused_with_its_field() {
        assertEquals(
                Optional.of("name"),
                refused(new Write.Create(Map.of("city", "Bonn"))).field());
    }

    @Test
    void a_trigger_that_refuses_is_quoted() {
        company.runs("create function crm.never() returns trigger language plpgsql as"
                + " $$ begin raise exception 'Ask finance first.'; end $$;"
                + " create trigger never before insert on crm.customer for each row execute function crm.never()");

        assertTrue(refused(new Write.Create(Map.of("name", "x"))).reason().contains("Ask finance first."));
    }

    @Test
    void a_locked_row_is_refused_for_now() throws SQLException {
        String id = company.creates(Map.of("name", "locked"));
        try (Connection other = company.open();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update crm.customer set city = 'Rome'");

            assertTrue(refused(update(id, "locked", "ours")).isForNow());
            other.rollback();
        }
    }

    @Test
    void a_value_that_another_transaction_changes_while_we_wait_for_its_lock_is_a_conflict() throws Exception {
        String id = company.creates(Map.of("name", "agreed"));
        try (Connection other = company.open();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update crm.customer set name = 'theirs'");
            Thread writer = new Thread(() -> written(update(id, "agreed", "ours")));
            writer.start();
            while (company.one("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            other.commit();
            writer.join();
        }

        assertEquals("theirs", company.one("select name from crm.customer"));
    }

    @Test
    void a_repeated_upsert_writes_nothing() {
        Write.Upsert upsert = new Write.Upsert("hub_key", "k1", Map.of("name", "Ada", "worth", "5"));
        accepted(upsert);
        String before = company.one("select transaction from tailback.changes");

        Written.Accepted again = accepted(upsert);

        assertFalse(again.isNew());
        assertEquals(before, company.one("select transaction from tailback.changes"));
    }

    @Test
    void names_and_values_are_never_read_as_sql() {
        company.runs("alter table crm.customer add \"a\"\"b'; drop table crm.customer; --\" text");
        String column = "a\"b'; drop table crm.customer; --";

        Written.Accepted accepted = accepted(new Write.Create(Map.of("name", "'; --", column, "x'y")));

        assertEquals(Map.of("name", "'; --", column, "x'y"), accepted.stored());
    }

    @Test
    void an_id_that_cannot_be_one_is_not_there() {
        Answer<?> read = connector.read(
                new RecordsAsked(CompanyDatabase.OBJECT, List.of("abc", "99999999999999999999", "1"), List.of("name")));

        assertEquals(new Answer.Given<>(List.of()), read);
    }

    @Test
    void the_schema_says_what_this_user_may_write_and_missing_rights_are_named() {
        company.runs("create role reader_" + mark() + " login password 'word'; grant usage on schema crm to reader_"
                + mark() + "; grant select, update (city) on crm.customer to reader_" + mark());
        try (TableConnector reader = new TableConnector(company.settingsOf("reader_" + mark(), "word"))) {
            OrgObject object = reader.schema()
                    .fold(given -> given, refused -> fail(refused.reason()), away -> fail(away.reason()))
                    .schema()
                    .objects()
                    .get(0);
            List<String> missing = reader.authenticate()
                    .fold(given -> given, refused -> fail(refused.reason()), away -> fail(away.reason()))
                    .missing();

            assertEquals(
                    List.of("city"),
                    object.fields().stream()
                            .filter(OrgField::isUpdateable)
                            .map(OrgField::name)
                            .toList());
            assertTrue(missing.stream().anyMatch(sentence -> sentence.contains("grant insert")), missing.toString());
            assertTrue(
                    missing.stream().anyMatch(sentence -> sentence.contains("tailback.changes")), missing.toString());
        } finally {
            company.runs("drop owned by reader_" + mark() + "; drop role reader_" + mark());
        }
    }

    @Test
    void the_script_grants_what_the_hub_needs() {
        company.runs("create role hub_" + mark() + " login password 'word'");
        company.runs(CompanyDatabase.script(Optional.of("hub_" + mark())));
        try (TableConnector hub = new TableConnector(company.settingsOf("hub_" + mark(), "word"))) {
            List<String> missing = hub.authenticate()
                    .fold(given -> given, refused -> fail(refused.reason()), away -> fail(away.reason()))
                    .missing();
            Written written = hub.write(CompanyDatabase.OBJECT, List.of(new Write.Create(Map.of("name", "by the hub"))))
                    .fold(given -> given, refused -> fail(refused.reason()), away -> fail(away.reason()))
                    .get(0);

            assertEquals(List.of(), missing);
            assertTrue(written.toString().startsWith("Accepted"), written.toString());
        } finally {
            company.runs("drop owned by hub_" + mark() + "; drop role hub_" + mark());
        }
    }

    /** Roles are of all databases of the server. */
    private static String mark() {
        return String.valueOf(ProcessHandle.current().pid());
    }

    private Write.Update update(String id, String from, String to) {
        return new Write.Update(id, Map.of("name", to), Map.of("name", from), Optional.empty());
    }

    private Written written(Write write) {
        return connector
                .write(CompanyDatabase.OBJECT, List.of(write))
                .fold(given -> given, refused -> fail(refused.reason()), away -> fail(away.reason()))
                .get(0);
    }

    private Written.Accepted accepted(Write write) {
        return written(write)
                .fold(
                        accepted -> accepted,
                        refused -> fail(refused.toString()),
                        conflict -> fail("a conflict"),
                        gone -> fail("gone"),
                        unknown -> fail(unknown.reason()));
    }

    private Written.Refused refused(Write write) {
        return written(write)
                .fold(
                        accepted -> fail("accepted"),
                        refused -> refused,
                        conflict -> fail("a conflict"),
                        gone -> fail("gone"),
                        unknown -> fail(unknown.reason()));
    }

    private static <T> T fail(String how) {
        throw new AssertionError(how);
    }
}
