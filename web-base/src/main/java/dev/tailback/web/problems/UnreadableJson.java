package dev.tailback.web.problems;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the name of the field that a JSON reader stumbled over; the reader's own sentence is not for callers. */
final class UnreadableJson {

    // Serde names the field in brackets, as in: Error decoding property [Integer units] of type [...].
    private static final Pattern PROPERTY = Pattern.compile("property \\[[^\\]]*?(\\w+)\\] of type");

    private UnreadableJson() {}

    static Optional<String> field(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20) // a chain of causes may be a ring
                .map(Throwable::getMessage)
                .filter(message -> message != null)
                .flatMap(message -> PROPERTY.matcher(message).results().map(found -> found.group(1)))
                .reduce((outer, inner) -> inner);
    }
}
