package dev.tailback.web.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say about a problem. */
class ProblemSentenceTest {

    private static final Pattern CODE = Pattern.compile("`([a-z]+(?:_[a-z]+)*)`");
    /** Told by the edge, as JSON, before there is a page. */
    private static final Set<String> OF_THE_EDGE =
            Set.of("busy", "too_slow", "too_many_headers", "too_many_connections");

    private static final Texts GERMAN = Texts.of(HttpRequest.GET("/").header("Accept-Language", "de"));

    @Test
    void every_code_of_the_sources_and_of_the_docs_has_a_sentence() throws IOException {
        Set<String> codes = codesOf(Files.readString(Path.of("..", "docs", "errors.md")), sources());
        assertTrue(codes.containsAll(Set.of("stale", "contract_closing", "method_not_allowed")), codes::toString);
        Set<String> silent = new TreeSet<>(codes);
        silent.removeIf(code -> spoken("en").contains(ProblemSentence.key(code)));
        assertEquals(Set.of(), silent);
    }

    @Test
    void a_code_without_a_sentence_is_found() {
        assertEquals(
                Set.of("new_code", "told_code"),
                codesOf(
                        "## Answers of the service app\n| 409 `told_code` | means | `told_code` |\n## Next",
                        "new Problem(HttpStatus.CONFLICT, \"new_code\", \"Sentence.\"); \"told_code\""));
    }

    @Test
    void a_page_says_the_code_s_sentence_or_a_better_one_in_the_reader_s_language() {
        Problem problem = new Problem(HttpStatus.NOT_FOUND, "not_found", "For programs.");
        assertTrue(ProblemSentence.of(problem, GERMAN).startsWith("An dieser Adresse ist nichts."));
        assertEquals(
                "Es gibt keinen Abschluss 7. Die Liste zeigt alle.",
                ProblemSentence.of(problem.says("problem.no.statement", "7"), GERMAN));
    }

    @Test
    void only_salesforce_s_reason_is_quoted() {
        Problem theirs = new Problem(HttpStatus.BAD_GATEWAY, "salesforce_refused", "Refused.")
                .with("salesforceCode", "INVALID_SESSION_ID")
                .with("reason", "Session expired");
        Problem ours = new Problem(HttpStatus.CONFLICT, "contract_closing", "Closing.").with("reason", "It is over");
        assertEquals(Optional.of("Session expired"), ProblemSentence.theirWords(theirs));
        assertEquals(Optional.empty(), ProblemSentence.theirWords(ours));
    }

    /** Codes that problems are made with, and those of the docs that the sources know; the rest is the edge's. */
    private static Set<String> codesOf(String docs, String sources) {
        Set<String> codes = Pattern.compile("HttpStatus\\.[A-Z_]+,\\s*\"([a-z]+(?:_[a-z]+)*)\"")
                .matcher(sources)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        docs.replaceFirst("(?s).*## Answers of the service app", "")
                .replaceFirst("(?s)\n## .*", "")
                .lines()
                .filter(row -> row.startsWith("|"))
                .map(row -> row.split("\\|")[1])
                .flatMap(cell -> CODE.matcher(cell).results().map(found -> found.group(1)))
                .filter(code -> !OF_THE_EDGE.contains(code))
                .filter(code -> sources.contains("\"" + code + "\"") || isStatus(code))
                .forEach(codes::add);
        return codes;
    }

    private static boolean isStatus(String code) {
        return Stream.of(HttpStatus.values())
                .anyMatch(status ->
                        status.name().toLowerCase(java.util.Locale.ROOT).equals(code));
    }

    private static Set<String> spoken(String language) {
        Path texts = Path.of("src", "main", "resources", "texts", "texts_" + language + ".properties");
        try (Stream<String> lines = Files.lines(texts)) {
            return lines.map(line -> line.split(" = ")[0]).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
