package dev.tailback.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of exit codes in docs/errors.md and {@link ExitCode} hold the same codes. */
class ExitCodesInDocsTest {
    private static final String HEADING = "| exit code |";

    @Test
    void docs_and_code_know_the_same_exit_codes() throws IOException {
        assertEquals(inCode(), documented(Files.readAllLines(Path.of("..", "docs", "errors.md"))));
    }

    @Test
    void a_code_too_many_or_too_few_is_seen() {
        assertNotEquals(inCode(), documented(List.of(HEADING, "|---|", "| 0 | all is well |")));
        assertNotEquals(
                inCode(),
                documented(Stream.concat(
                                Stream.of(HEADING, "|---|", "| 9 | unknown |"),
                                inCode().stream().map(code -> "| " + code + " | known |"))
                        .toList()));
    }

    private static Set<Integer> inCode() {
        return Stream.of(ExitCode.values()).map(ExitCode::number).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> documented(List<String> lines) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith(HEADING))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Integer.valueOf(line.split("\\|")[1].strip()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
