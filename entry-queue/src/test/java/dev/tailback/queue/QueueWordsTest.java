package dev.tailback.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue serves usage as it serves others: its code and its scripts name nothing of usage. */
class QueueWordsTest {
    private static final Pattern OF_USAGE =
            Pattern.compile("\\b(contracts?|products?|units|ads?|usage|salesforce|bulk)\\b", Pattern.CASE_INSENSITIVE);

    /** A held group's name in Redis is as old as the queue, and Redis has a command of its own. */
    private static final Pattern OF_REDIS = Pattern.compile("'contract'|['\"]contract:(ID)?|'MEMORY', 'USAGE'");

    @Test
    void no_word_of_usage_is_in_the_queue() throws IOException {
        assertEquals(List.of(), found(Path.of("src", "main")));
    }

    @Test
    void a_word_of_usage_is_found(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("bad.lua"), "-- The contract's units\nis_on_hold('contract', group)\n");

        assertEquals(List.of("bad.lua says contract", "bad.lua says units"), found(sources));
    }

    private static List<String> found(Path sources) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String text = OF_REDIS.matcher(Files.readString(file)).replaceAll("");
                Matcher word = OF_USAGE.matcher(text);
                while (word.find()) {
                    found.add(file.getFileName() + " says " + word.group());
                }
            }
        }
        return found;
    }
}
