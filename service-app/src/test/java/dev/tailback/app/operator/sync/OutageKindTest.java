package dev.tailback.app.operator.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every code of an outage that the docs list has a meaning for people. */
class OutageKindTest {
    /** A person's pause, and what a worker waits for while it works. */
    private static final Set<String> NO_OUTAGE = Set.of("PAUSED", "BULK_JOB");

    @Test
    void every_code_of_the_docs_has_a_meaning_of_its_own() throws IOException {
        List<String> codes = codes();
        assertFalse(codes.size() < 20, codes::toString);
        assertEquals(
                List.of(),
                codes.stream()
                        .filter(code -> OutageKind.of(code) == OutageKind.OTHER)
                        .toList());
    }

    @Test
    void every_meaning_and_every_state_of_a_worker_has_its_words() {
        Texts german = Texts.of(HttpRequest.GET("/").header("Accept-Language", "de"));
        Arrays.stream(OutageKind.values())
                .map(kind -> german.of("outage." + kind.word()))
                .forEach(words -> assertFalse(words.isBlank()));
        Arrays.stream(dev.tailback.queue.WorkerState.values())
                .map(state -> german.of("worker." + state.name().toLowerCase(java.util.Locale.ROOT)))
                .forEach(words -> assertFalse(words.isBlank()));
    }

    private static List<String> codes() throws IOException {
        String section = Files.readString(Path.of("..", "docs", "errors.md"))
                .replaceFirst("(?s).*## Why the exchange pauses", "")
                .replaceFirst("(?s)\n## .*", "");
        return section.lines()
                .filter(row -> row.startsWith("| `"))
                .flatMap(row -> Pattern.compile("`([A-Z]+(?:_[A-Z0-9]+)*_?…?)`")
                        .matcher(row.split("\\|")[1])
                        .results()
                        .map(found -> found.group(1).replace("…", "ORG")))
                .filter(code -> !NO_OUTAGE.contains(code))
                .toList();
    }
}
