package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.held.LearnHeld;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.UsageBook;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.salesforce.usage.HeldUsage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sends again what is ours to send: the same content in a version above every one Salesforce holds. It goes the way of
 * every entry, so Salesforce's rules still decide; foreign usage is never touched. What was sent from here and arrived
 * without an answer is taken over instead.
 */
@Singleton
class RepairEntries {

    private final EntryRows entries;
    private final Ledger ledger;
    private final UsageBook book;
    private final LearnHeld learn;

    RepairEntries(EntryRows entries, Ledger ledger, UsageBook book, LearnHeld learn) {
        this.entries = entries;
        this.ledger = ledger;
        this.book = book;
        this.learn = learn;
    }

    /** @return the entries that were mended, or will be by what goes out */
    Set<UUID> repair(List<FoundDifference> differences, ReconcileOrder order) {
        List<FoundDifference> ours = differences.stream()
                .filter(found -> found.entry().isPresent() && mayMend(found, order))
                .toList();
        return ours.isEmpty() ? Set.of() : ledger.write(() -> mend(ours, order));
    }

    private static boolean mayMend(FoundDifference found, ReconcileOrder order) {
        return order.repair() && found.oursToSend()
                || order.takesOver() && found.held().isPresent();
    }

    private Set<UUID> mend(List<FoundDifference> ours, ReconcileOrder order) {
        List<UUID> ids = ours.stream().map(RepairEntries::id).toList();
        entries.lockAdsOf(ids);
        entries.lockWithReplacements(ids);
        return ours.stream()
                .filter(found -> entries.find(id(found))
                        .filter(entry -> unchanged(entry, found.entry().orElseThrow()))
                        .filter(entry -> mended(entry, found, order))
                        .isPresent())
                .map(RepairEntries::id)
                .collect(Collectors.toSet());
    }

    private boolean mended(Entry entry, FoundDifference found, ReconcileOrder order) {
        if (order.takesOver()
                && found.held()
                        .flatMap(held -> learn.learn(entry, held).arrived())
                        .isPresent()) {
            return true;
        }
        boolean send = order.repair() && found.oursToSend();
        if (send) {
            book.repeat(entry, found.held().map(HeldUsage::version).orElse(0L), because(found, order));
        }
        return send;
    }

    private static UUID id(FoundDifference found) {
        return found.entry().orElseThrow().id();
    }

    /** It may have been changed since it was compared; then the newer version goes out anyway. */
    private static boolean unchanged(Entry entry, LedgerEntry compared) {
        return entry.version() == compared.version()
                && entry.reportedVersion() == compared.reportedVersion()
                && entry.fate() == compared.fate();
    }

    private static By because(FoundDifference found, ReconcileOrder order) {
        String kind = "Reconciled: " + found.kind().word() + " in Salesforce.";
        return new By(order.who(), order.reason() == null ? kind : kind + " " + order.reason());
    }
}
