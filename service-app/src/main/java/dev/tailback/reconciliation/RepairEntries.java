package dev.tailback.reconciliation;

import dev.tailback.salesforce.HeldUsage;
import dev.tailback.usage.Entry;
import dev.tailback.usage.EntryRows;
import dev.tailback.usage.Ledger;
import dev.tailback.usage.UsageBook;
import dev.tailback.usage.UsageBook.By;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Sends again what is ours to send: the same content in a version above every one Salesforce holds. It goes the way of every entry, so Salesforce's rules
 * still decide; foreign usage is never touched.
 */
@Singleton
class RepairEntries {

    private final EntryRows entries;
    private final Ledger ledger;
    private final UsageBook book;

    RepairEntries(EntryRows entries, Ledger ledger, UsageBook book) {
        this.entries = entries;
        this.ledger = ledger;
        this.book = book;
    }

    /** @return the entries that go out again */
    Set<UUID> repair(List<Found> differences, Order order) {
        List<Found> ours =
                differences.stream().filter(RepairEntries::repairable).toList();
        return ours.isEmpty() ? Set.of() : ledger.write(() -> sendAgain(ours, order));
    }

    private static boolean repairable(Found found) {
        return found.kind().oursToSend()
                && found.entry()
                        .filter(entry -> !WhatNow.rejected(found.kind(), entry))
                        .isPresent();
    }

    private Set<UUID> sendAgain(List<Found> ours, Order order) {
        List<UUID> ids = ours.stream().map(RepairEntries::id).toList();
        entries.lockAdsOf(ids);
        entries.lockWithReplacements(ids);
        Set<UUID> sent = new LinkedHashSet<>();
        ours.forEach(found -> entries.find(id(found))
                .filter(entry -> unchanged(entry, found.entry().orElseThrow()))
                .ifPresent(entry -> {
                    book.repeat(entry, found.held().map(HeldUsage::version).orElse(0L), because(found, order));
                    sent.add(entry.id());
                }));
        return sent;
    }

    private static UUID id(Found found) {
        return found.entry().orElseThrow().id();
    }

    /** Somebody may have changed it since it was compared; then their version goes out anyway. */
    private static boolean unchanged(Entry entry, LedgerEntry compared) {
        return entry.version() == compared.version()
                && entry.reportedVersion() == compared.reportedVersion()
                && entry.fate() == compared.fate();
    }

    private static By because(Found found, Order order) {
        String kind = "Reconciled: " + found.kind().word() + " in Salesforce.";
        return new By(order.who(), order.why() == null ? kind : kind + " " + order.why());
    }
}
