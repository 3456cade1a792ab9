package dev.tailback.verification.torture.checks;

import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The service app's ledger beside Salesforce, entry by entry, and Salesforce's sums beside its own rows. */
final class TwoLedgers {
    private final Differences differences;
    private final EntryStory story;

    TwoLedgers(Differences differences, EntryStory story) {
        this.differences = differences;
        this.story = story;
    }

    void compare(List<LedgerEntry> ledger, HeldByOrg org) {
        Map<String, HeldEntry> held = new HashMap<>();
        for (HeldEntry entry : org.entries()) {
            if (held.put(entry.entry(), entry) != null) {
                differences.add(Harm.UNEQUAL, "Salesforce holds entry " + entry.entry() + " twice.");
            }
        }
        requireSums(held, org);
        for (LedgerEntry entry : ledger) {
            compare(entry, held.remove(entry.id()));
        }
        held.keySet()
                .forEach(entry ->
                        differences.add(Harm.UNEQUAL, "Salesforce holds entry " + entry + ", the ledger does not."));
    }

    private void compare(LedgerEntry entry, HeldEntry held) {
        if (entry.isOpen()) {
            differences.add(
                    Harm.UNSENT,
                    "Entry " + entry.id() + " is still " + entry.state() + " in version " + entry.version()
                            + " (reported " + entry.reportedVersion() + "; " + entry.code() + "). " + story.of(entry));
        }
        if (entry.isRejected() && (entry.code().isBlank() || entry.reason().isBlank())) {
            differences.add(Harm.UNEXPLAINED, "Entry " + entry.id() + " is rejected without a code or a reason.");
        }
        boolean nothingHeld = entry.isWithdrawn() || entry.reportedVersion() == 0;
        if (nothingHeld != (held == null)) {
            differences.add(
                    Harm.UNEQUAL,
                    "Entry " + entry.id() + " is " + entry.state() + " in version " + entry.version()
                            + " (reported " + entry.reportedVersion() + "), and Salesforce holds "
                            + (held == null ? "nothing" : held) + ". " + story.of(entry));
        } else if (held != null) {
            requireSame(entry, held);
        }
    }

    private void requireSame(LedgerEntry entry, HeldEntry held) {
        boolean same = held.version() == entry.reportedVersion()
                && held.counted() == entry.reportedUnits()
                && held.productId().equals(entry.productId());
        boolean sameContent = entry.version() != entry.reportedVersion()
                || held.units() == entry.units() && held.cancelled() == entry.cancelled();
        if (!same || !sameContent) {
            differences.add(
                    Harm.UNEQUAL, "Salesforce holds " + held + ", the ledger " + entry + ". " + story.of(entry));
        }
    }

    private void requireSums(Map<String, HeldEntry> held, HeldByOrg org) {
        Map<String, Integer> sums = held.values().stream()
                .filter(entry -> !entry.cancelled())
                .collect(Collectors.groupingBy(HeldEntry::productId, Collectors.summingInt(HeldEntry::units)));
        org.consumed().orElseGet(Map::of).forEach((line, consumed) -> {
            if (!consumed.equals(sums.getOrDefault(line, 0))) {
                differences.add(
                        Harm.UNEQUAL,
                        "Contract product " + line + " shows " + consumed + " consumed, its usage sums up to "
                                + sums.getOrDefault(line, 0) + ".");
            }
        });
    }
}
