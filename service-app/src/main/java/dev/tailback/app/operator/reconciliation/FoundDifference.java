package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.ledger.Fate;
import dev.tailback.salesforce.usage.HeldUsage;
import java.util.Optional;

/**
 * A difference that was looked at twice: nothing moved on our side while Salesforce was read. Without an entry it is
 * foreign.
 */
record FoundDifference(DifferenceKind kind, Optional<LedgerEntry> entry, Optional<HeldUsage> held) {

    /**
     * Whether sending ours again mends it: not when only the contract differs, and not what was refused, since that
     * would hide the refusal.
     */
    boolean oursToSend() {
        return kind.oursToSend() && entry.isPresent() && !rejected() && !onOtherContract();
    }

    boolean rejected() {
        return kind.oursToSend()
                && entry.filter(known -> known.fate() == Fate.PARKED).isPresent();
    }

    /** The same usage hangs on another contract there. */
    boolean onOtherContract() {
        return kind == DifferenceKind.TAMPERED
                && entry.filter(known -> known.expected().onlyOtherContract(Side.of(held.orElseThrow())))
                        .isPresent();
    }
}
