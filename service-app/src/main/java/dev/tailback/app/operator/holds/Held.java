package dev.tailback.app.operator.holds;

import dev.tailback.app.operator.operations.Scope;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/** What can be held: one of the two. */
public record Held(@Nullable String contractId, @Nullable String code) {

    public Held {
        if ((contractId == null) == (code == null)) {
            throw new IllegalArgumentException("Either a contract or a code is held");
        }
    }

    Scope scope() {
        return new Scope(
                Optional.ofNullable(code), Optional.ofNullable(contractId), Optional.empty(), Optional.empty());
    }

    /** As it stands in a sentence. */
    @Override
    public String toString() {
        return code == null ? "contract " + contractId : "cause " + code;
    }
}
