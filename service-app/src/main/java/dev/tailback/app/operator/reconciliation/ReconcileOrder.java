package dev.tailback.app.operator.reconciliation;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * What somebody wants compared.
 *
 * @param contractId one contract, or everything
 * @param repair send again what is ours to send, and take over what was sent from here and arrived unheard
 * @param reason for the record
 */
record ReconcileOrder(
        Optional<String> contractId,
        boolean repair,
        String who,
        @Nullable String reason) {

    /** Whom the record names when nobody asked. */
    static final String BY_ITSELF = "tailback";

    static ReconcileOrder byItself() {
        return new ReconcileOrder(Optional.empty(), false, BY_ITSELF, null);
    }

    /** What was sent from here and arrived unheard is learned: when somebody asked for repair, and when nobody asks. */
    boolean takesOver() {
        return repair || !ofAPerson();
    }

    boolean ofAPerson() {
        return !who.equals(BY_ITSELF);
    }
}
