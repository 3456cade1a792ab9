package dev.tailback.app.operator.operations;

import dev.tailback.app.entries.Selection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator action was narrowed to.
 *
 * @param narrowed what else, in words
 */
public record Scope(
        Optional<String> code, Optional<String> contractId, Optional<UUID> entryId, Optional<String> narrowed) {

    /** Everything. */
    public static final Scope ALL = new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Scope ofContract(Optional<String> contractId) {
        return new Scope(Optional.empty(), contractId, Optional.empty(), Optional.empty());
    }

    public static Scope ofEntry(UUID entryId) {
        return new Scope(Optional.empty(), Optional.empty(), Optional.of(entryId), Optional.empty());
    }

    public static Scope of(Selection selection) {
        return new Scope(selection.code(), selection.contractId(), Optional.empty(), narrowed(selection));
    }

    private static Optional<String> narrowed(Selection selection) {
        String words = Stream.of(
                        selection.text().map(text -> "text '" + text + "'"),
                        selection.period().since().map(since -> "since " + since),
                        selection.period().until().map(until -> "until " + until))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Optional.of(words).filter(some -> !some.isEmpty());
    }
}
