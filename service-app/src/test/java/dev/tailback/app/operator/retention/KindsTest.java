package dev.tailback.app.operator.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.rights.MigratedDatabase;
import dev.tailback.app.testing.Line;
import dev.tailback.web.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of kinds agrees with the tables, with what PostgreSQL refuses, and with the docs. */
class KindsTest {

    private static final String OF_FLYWAY = "flyway_schema_history";
    private static Line line;
    private static Kinds kinds;

    @BeforeAll
    static void start() {
        line = Line.withoutSalesforce();
        kinds = line.bean(Kinds.class);
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @Test
    void every_table_belongs_to_exactly_one_kind() throws SQLException {
        List<String> tables = new MigratedDatabase().texts("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '%s' order by 1
                """.formatted(OF_FLYWAY));
        List<String> listed = kinds.all().stream()
                .flatMap(kind -> kind.tables().stream())
                .sorted()
                .toList();
        assertEquals(tables, listed);
    }

    @Test
    void postgresql_refuses_to_delete_what_is_kept_for_ever_from_its_owner_too() throws SQLException {
        MigratedDatabase database = new MigratedDatabase();
        List<String> tables = tablesKeptForEver().toList();
        assertTrue(
                tables.containsAll(List.of("usage_history", "close_statement", "operator_action")), tables::toString);
        for (String table : tables) {
            assertThrows(SQLException.class, () -> database.execute("delete from " + table + " where false"), table);
            assertThrows(SQLException.class, () -> database.execute("truncate " + table + " cascade"), table);
        }
    }

    @Test
    void the_check_at_start_tries_every_table_that_is_kept_for_ever() throws IOException {
        String check = Files.readString(Path.of("src/main/java/dev/tailback/app/selfcheck/HistoriesCheck.java"));
        assertEquals(
                List.of(),
                tablesKeptForEver()
                        .filter(table -> !check.contains("\"delete from " + table + " where false\"")
                                || !check.contains("            \"" + table + "\""))
                        .toList());
    }

    @Test
    void the_docs_say_of_each_kind_whether_and_from_when_on_it_may_be_deleted() throws IOException {
        List<String> told = Files.readString(Path.of("../docs/operators.md"))
                .lines()
                .filter(row -> row.matches("\\| `[a-z]+` \\|.*\\| (never|\\d+ days?) \\|.*"))
                .map(row -> row.split(" \\| ")[0].substring(2) + " "
                        + row.replaceFirst(".*\\| (never|\\d+ days?) \\|.*", "$1"))
                .sorted()
                .toList();
        assertEquals(kinds.all().stream().map(KindsTest::rule).sorted().toList(), told);
    }

    @Test
    void the_page_says_of_each_kind_what_the_api_says() {
        Texts english = Texts.english();
        for (Kind kind : kinds.all()) {
            assertEquals(kind.what(), english.of("retention.what." + kind.name()));
            assertEquals(kind.stays(), english.of("retention.stays." + kind.name()));
        }
    }

    private static String rule(Kind kind) {
        return "`" + kind.name() + "` "
                + kind.keeping()
                        .fold(
                                () -> "never",
                                () -> "never",
                                spent -> spent.youngestDays() + (spent.youngestDays() == 1 ? " day" : " days"));
    }

    private static Stream<String> tablesKeptForEver() {
        return new TreeSet<>(kinds.all().stream()
                        .filter(kind -> kind.keeping().fold(() -> true, () -> false, spent -> false))
                        .flatMap(kind -> kind.tables().stream())
                        .toList())
                .stream();
    }
}
