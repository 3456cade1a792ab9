package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each invariant that docs/hub.md promises names tests, and these exist. */
class InvariantsTest {

    private static final int INVARIANTS = 11;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|[^|]*\\|([^|]*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)`");

    @Test
    void each_invariant_names_tests_that_exist() throws IOException {
        assertEquals(List.of(), wrong(Files.readString(Path.of("..", "docs", "hub.md")), tests()));
    }

    @Test
    void a_row_without_a_test_and_one_with_an_unknown_test_and_a_missing_row_are_found() {
        String page = "| 1 | Kept. | `ConvergenceTest`, `GoneTest` |\n| 2 | Quiet. | by hand |\n";

        List<String> wrong = wrong(page, Set.of("ConvergenceTest"));

        assertEquals("1 names GoneTest, which is no test", wrong.get(0));
        assertEquals("2 names no test", wrong.get(1));
        assertEquals("3 is missing", wrong.get(2));
        assertEquals(INVARIANTS, wrong.size());
    }

    private static List<String> wrong(String page, Set<String> tests) {
        return IntStream.rangeClosed(1, INVARIANTS)
                .boxed()
                .flatMap(number -> row(page, number, tests))
                .toList();
    }

    private static Stream<String> row(String page, int number, Set<String> tests) {
        List<MatchResult> rows = ROW.matcher(page)
                .results()
                .filter(row -> row.group(1).equals(Integer.toString(number)))
                .toList();
        return rows.isEmpty()
                ? Stream.of(number + " is missing")
                : rows.stream().flatMap(row -> named(number, row.group(2), tests));
    }

    private static Stream<String> named(int number, String cell, Set<String> tests) {
        List<String> named =
                TEST.matcher(cell).results().map(test -> test.group(1)).toList();
        return named.isEmpty()
                ? Stream.of(number + " names no test")
                : named.stream()
                        .filter(test -> !tests.contains(test))
                        .map(test -> number + " names " + test + ", which is no test");
    }

    /** By their simple names. */
    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
