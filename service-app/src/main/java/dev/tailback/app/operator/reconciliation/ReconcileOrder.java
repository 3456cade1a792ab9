package dev.tailback.app.operator.reconciliation;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * What is to be compared, and for whom.
 *
 * @param contractId one contract, or everything
 * @param repair send again what is ours to send, and take over what was sent from here and arrived without an answer
 * @param reason for the record
 */
public record ReconcileOrder(
        Optional<String> contractId,
        boolean repair,
        String who,
        @Nullable String reason) {

    /** The name in the record when the comparison was scheduled. */
    static final String SCHEDULED = "tailback";

    static ReconcileOrder scheduled() {
        return new ReconcileOrder(Optional.empty(), false, SCHEDULED, null);
    }

    /**
     * Whether to take over what was sent from here and arrived without an answer: in a repair, and when it was
     * scheduled.
     */
    boolean takesOver() {
        return repair || !ofAPerson();
    }

    boolean ofAPerson() {
        return !who.equals(SCHEDULED);
    }
}
