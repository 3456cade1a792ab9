package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.ledger.Fate;
import dev.tailback.salesforce.usage.HeldUsage;
import java.util.Optional;

/**
 * Decides whether the two sides differ. What is still on its way is no difference: an entry may be there in any version
 * up to ours before the answer has arrived here, and what the newest version will overwrite needs no repair.
 */
final class Compare {

    private Compare() {}

    /** The entry is known here; Salesforce may hold it or not. */
    static Optional<DifferenceKind> of(LedgerEntry entry, Optional<HeldUsage> held) {
        return held.isEmpty() ? absent(entry) : present(entry, held.get());
    }

    private static Optional<DifferenceKind> absent(LedgerEntry entry) {
        boolean expected = entry.reportedVersion() > 0 && entry.fate() != Fate.WITHDRAWN && !entry.open();
        return expected ? Optional.of(DifferenceKind.MISSING) : Optional.empty();
    }

    private static Optional<DifferenceKind> present(LedgerEntry entry, HeldUsage held) {
        if (entry.open()) {
            return beforeItsAnswer(entry, held);
        }
        if (entry.fate() == Fate.WITHDRAWN) {
            return afterWithdrawal(entry, held);
        }
        if (held.version() != entry.reportedVersion()) {
            return Optional.of(held.version() > entry.reportedVersion() ? DifferenceKind.NEWER : DifferenceKind.STALE);
        }
        return entry.expected().sameContent(Side.of(held)) ? Optional.empty() : Optional.of(DifferenceKind.TAMPERED);
    }

    /** A send without an answer arrived after all: its units count there, and not here. */
    private static Optional<DifferenceKind> afterWithdrawal(LedgerEntry entry, HeldUsage held) {
        if (held.version() > entry.version()) {
            return Optional.of(DifferenceKind.NEWER);
        }
        return held.cancelled() ? Optional.empty() : Optional.of(DifferenceKind.STALE);
    }

    /** Salesforce would refuse our version when it holds another content in it, or a higher one. */
    private static Optional<DifferenceKind> beforeItsAnswer(LedgerEntry entry, HeldUsage held) {
        if (held.version() > entry.version()) {
            return Optional.of(DifferenceKind.NEWER);
        }
        boolean other = held.version() == entry.version() && !entry.expected().sameContent(Side.of(held));
        return other ? Optional.of(DifferenceKind.TAMPERED) : Optional.empty();
    }
}
