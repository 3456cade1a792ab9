package dev.tailback.verification.benchmarks.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file in which a local CRM keeps each change of a record.
 *
 * @param mark stands there once for each
 */
record KeptChanges(Path file, Pattern mark) {

    static KeptChanges in(Path file, String mark) {
        return new KeptChanges(file, Pattern.compile(mark, Pattern.LITERAL));
    }

    long count() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.mapToLong(line ->
                            mark.matcher(line).results().map(MatchResult::start).count())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
