package dev.tailback.verification.torture.checks;

import java.util.List;

/** How much the checks at the end of a run compared. */
public record Compared(int ads, int entries, long rejected) {

    static Compared of(int ads, List<LedgerEntry> ledger) {
        return new Compared(
                ads,
                ledger.size(),
                ledger.stream().filter(LedgerEntry::isRejected).count());
    }
}
