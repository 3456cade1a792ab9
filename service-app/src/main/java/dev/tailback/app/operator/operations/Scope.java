package dev.tailback.app.operator.operations;

import java.util.Optional;
import java.util.UUID;

/** What an operator action was narrowed to. */
public record Scope(Optional<String> code, Optional<String> contractId, Optional<UUID> entryId) {

    /** Everything. */
    public static final Scope ALL = new Scope(Optional.empty(), Optional.empty(), Optional.empty());

    public static Scope of(Optional<String> code, Optional<String> contractId) {
        return new Scope(code, contractId, Optional.empty());
    }

    public static Scope ofEntry(UUID entryId) {
        return new Scope(Optional.empty(), Optional.empty(), Optional.of(entryId));
    }
}
