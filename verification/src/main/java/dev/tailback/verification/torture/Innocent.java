package dev.tailback.verification.torture;

import java.util.List;
import java.util.Set;

/** Nothing is rejected for what was said to many, for what somebody in between said, or for a fault of our own. */
final class Innocent {
    static final String GOVERNOR_CODE = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";

    private static final Set<String> NEVER_ITS_OWN =
            Set.of(GOVERNOR_CODE, "WORKER_FAILED", "UNUSABLE_ANSWER", "HTTP_400", "HTTP_407", "HTTP_413");

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
