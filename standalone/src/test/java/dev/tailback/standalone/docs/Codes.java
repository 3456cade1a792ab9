package dev.tailback.standalone.docs;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes that people see, in docs/errors.md and in the sources. */
final class Codes {
    private static final String LOWER = "[a-z]+(?:_[a-z]+)*";
    private static final String UPPER = "[A-Z]+(?:_[A-Z0-9]+)*";

    /**
     * Upper-case words in the sources that are no codes: parts of environment names, Salesforce's own words, constants.
     */
    private static final Set<String> NO_CODES = Set.of(
            "CONNECT_TIMEOUT",
            "LOCK_TIMEOUT",
            "STATEMENT_TIMEOUT",
            "SOCKET_TIMEOUT",
            "IDLE_IN_TRANSACTION_TIMEOUT",
            "MIGRATION_TIMEOUT",
            "MIGRATION_LOCK_TIMEOUT",
            "LIMIT_USAGE_FOR_NS",
            // what was done with a closing
            "TAKEN_BACK");

    private Codes() {}

    /** Codes of problems in the first cells of the table: {@code | 409 `stale` | ...}. */
    static Set<String> ofProblemsIn(String errorsPage) {
        String rows = Found.tablesUnder(errorsPage, "## Answers of the service app");
        return Found.named(Found.firstCells(rows), LOWER);
    }

    /** Every lower-case word that is a string of its own. */
    static Set<String> literals(String sources) {
        return Found.in(sources, "\"(" + LOWER + ")\"");
    }

    /** What follows a status where a problem is made, and the alternatives of a switch over statuses. */
    static Set<String> ofProblemsMadeIn(String sources) {
        Set<String> codes =
                new TreeSet<>(Found.in(sources, "Http(?:Response)?Status\\.[A-Z_]+,\\s*\"(" + LOWER + ")\""));
        codes.addAll(Found.in(sources, "case [A-Z_, ]+ -> \"(" + LOWER + ")\""));
        codes.addAll(Found.in(sources, "(?:CODE|Code) = \"(" + LOWER + ")\""));
        return codes;
    }

    /** Codes of entries, pauses and contracts; a code that ends in an ellipsis stands for all that begin so. */
    static Set<String> ofEntriesIn(String errorsPage) {
        String rows = Stream.of(
                        "## On a usage entry",
                        "## Why the exchange pauses",
                        "## Why a contract cannot be shown",
                        "## In the org only")
                .map(heading -> Found.tablesUnder(errorsPage, heading))
                .map(Found::firstCells)
                .collect(Collectors.joining("\n"));
        return Found.named(rows, UPPER + "_?…?");
    }

    /** Upper-case words with an underscore in string literals that are no names of environment values. */
    static Set<String> ofEntriesMadeIn(String sources, Predicate<String> isEnvironmentName) {
        Set<String> words = new TreeSet<>(Found.in(sources, "\"([A-Z]+(?:_[A-Z0-9]+)+)\""));
        words.removeAll(NO_CODES);
        words.removeIf(isEnvironmentName);
        words.addAll(Found.in(sources, "(?<!\\w)\\[(USAGE_[A-Z_]+|[A-Z]+_[A-Z_]+)\\]"));
        return words;
    }

    static boolean mean(String told, String is) {
        if (is.endsWith("_")) {
            return told.startsWith(is);
        }
        return told.endsWith("…") ? is.startsWith(told.substring(0, told.length() - 1)) : told.equals(is);
    }

    /** Every upper-case word, wherever it stands: what the docs name must at least be one of them. */
    static Set<String> words(String sources) {
        return Found.in(sources, "\\b(" + UPPER + "_?)");
    }
}
