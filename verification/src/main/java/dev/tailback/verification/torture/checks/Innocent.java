package dev.tailback.verification.torture.checks;

import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import dev.tailback.verification.torture.wire.WireLie;
import java.util.List;
import java.util.Set;

/**
 * No entry is rejected for an error that every record of a call got, for an answer that did not come from Salesforce,
 * or for a fault of our own.
 */
final class Innocent {
    private static final Set<String> NEVER_ITS_OWN =
            Set.of(WireLie.GOVERNOR_CODE, "WORKER_FAILED", "UNUSABLE_ANSWER", "HTTP_400", "HTTP_407", "HTTP_413");

    private final Differences differences;

    Innocent(Differences differences) {
        this.differences = differences;
    }

    void check(List<LedgerEntry> ledger) {
        ledger.stream()
                .filter(LedgerEntry::isRejected)
                .filter(entry -> NEVER_ITS_OWN.contains(entry.code()))
                .forEach(entry -> differences.add(
                        Harm.INNOCENT,
                        "Entry " + entry.id() + " was rejected as " + entry.code()
                                + ", which is no fault of its own."));
    }
}
