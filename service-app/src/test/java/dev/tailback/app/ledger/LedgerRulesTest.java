package dev.tailback.app.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.rights.MigratedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of an entry stand in the views of V9 and nowhere else, and the partial indexes serve the queries that use
 * them.
 */
class LedgerRulesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Map<String, Pattern> RULES = Map.of(
            "unreported, open",
            Pattern.compile("(?i)\\bversion\\s*[<>]=?\\s*(\\w+\\.)?reported_version"
                    + "|\\breported_version\\s*[<>]=?\\s*(\\w+\\.)?version"
                    + "|(\\bentry\\.|(?<![.\\w]))version(\\(\\))?\\s*>\\s*(entry\\.)?reportedVersion\\b(?!\\(?\\)?\\s*\\+)"
                    + "|\\b(where|and|or|when)\\s+(\\w+\\.)?fate\\s*=\\s*'OPEN'|Fate\\.OPEN"),
            "parked",
            Pattern.compile("(?i)\\b(where|and|or|when)\\s+(\\w+\\.)?fate\\s*=\\s*'PARKED'"),
            "holds_back",
            Pattern.compile("(?i)\\bnot\\s+(\\w+\\.)?reported_cancelled|!\\s*(\\w+\\.)?reportedCancelled"),
            "wanted, held",
            Pattern.compile(
                    "(?i)case\\s+when\\s+(\\w+\\.)?(reported_)?cancelled\\s+then\\s+0|reported_?cancelled\\W*\\?\\s*0"),
            "next_version",
            Pattern.compile(
                    "(?i)highest_version\\)?\\s*\\+|highest_version\\s*,[^)]*\\)\\s*\\+|highestVersion(\\(\\))?\\)?\\s*\\+\\s*1"));

    @Test
    void no_rule_has_a_second_copy() throws IOException {
        List<String> copies = new ArrayList<>();
        for (Path file : sources()) {
            copiesIn(Files.readString(file)).forEach(rule -> copies.add(file + ": " + rule));
        }
        assertEquals(List.of(), copies);
    }

    /** The guard itself: these stood in queries and in Java before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "where fate = 'OPEN' and version > reported_version",
                "and e.version > e.reported_version and e.line > ?",
                "where contract_id = :contractId and version > reported_version",
                "where r.fate = 'PARKED' and",
                "where replaces = :id and fate = 'OPEN' order by id",
                "where r.id = e.replaces and r.fate <> 'WITHDRAWN' and not r.reported_cancelled)",
                "sum(greatest(case when cancelled then 0 else units end",
                "row.getBoolean(\"reported_cancelled\") ? 0 : row.getInt(\"reported_units\")",
                "version = highest_version + 1, highest_version = highest_version + 1",
                "version = greatest(highest_version, :above) + 1",
                "return version > reportedVersion;",
                "return fate == Fate.OPEN && version > reportedVersion;",
                "return !withdrawn() && !reportedCancelled;",
                "long minted = Math.max(entry.highestVersion(), heldVersion) + 1 + entry.highestVersion() + 1",
            })
    void a_second_copy_would_be_found(String copy) {
        assertFalse(copiesIn(copy).isEmpty(), copy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from ledger_entry where open and offer_due_at <= now() order by offer_due_at, line limit 5"
                        + " for update skip locked,usage_entry_due",
                "select * from shown_entry where open and line > 7 order by line limit 5,usage_entry_open",
                "select id from shown_entry where waiting order by line desc limit 5,usage_entry_open",
                "select min(open_since) from ledger_entry where open,usage_entry_oldest",
                "select * from ledger_entry where contract_id = '800' and unreported,usage_entry_unreported_of_contract",
                "select ad_id from ledger_entry where not plain,usage_entry_not_plain",
                "select * from ledger_entry where parked order by line limit 5,usage_entry_parked_oldest",
            })
    void the_partial_indexes_serve_the_views(String queryAndIndex) throws SQLException {
        int comma = queryAndIndex.lastIndexOf(',');
        String plan = new MigratedDatabase().plan(queryAndIndex.substring(0, comma));
        assertTrue(plan.contains(queryAndIndex.substring(comma + 1)), plan);
    }

    private static List<String> copiesIn(String text) {
        return RULES.entrySet().stream()
                .filter(rule -> rule.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Without the migrations: those up to V9 made the rules, and a later one would replace the views. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
