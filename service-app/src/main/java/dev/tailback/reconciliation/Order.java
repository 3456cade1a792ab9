package dev.tailback.reconciliation;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * What somebody wants compared.
 *
 * @param contractId one contract, or everything
 * @param repair send again what is ours to send
 * @param why for the record
 */
record Order(
        Optional<String> contractId,
        boolean repair,
        String who,
        @Nullable String why) {

    /** Whom the record names when nobody asked. */
    static final String BY_ITSELF = "tailback";

    static Order byItself() {
        return new Order(Optional.empty(), false, BY_ITSELF, null);
    }

    boolean ofAPerson() {
        return !who.equals(BY_ITSELF);
    }
}
