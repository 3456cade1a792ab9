package dev.tailback.usage;

import dev.tailback.acts.Deed;
import dev.tailback.acts.OperatorActs;
import dev.tailback.acts.Scope;
import dev.tailback.usage.UsageBook.By;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * A person gives a rejected change up: the entry says again what Salesforce holds. One that Salesforce never held is withdrawn. When a refused
 * cancellation is given up, what was to replace the entry is withdrawn with it.
 */
@Singleton
public class RevertEntry {

    private final EntryRows entries;
    private final AdVersions ads;
    private final Ledger ledger;
    private final UsageBook book;
    private final OperatorActs acts;

    RevertEntry(EntryRows entries, AdVersions ads, Ledger ledger, UsageBook book, OperatorActs acts) {
        this.entries = entries;
        this.ads = ads;
        this.ledger = ledger;
        this.book = book;
        this.acts = acts;
    }

    /** @throws dev.tailback.problems.Problem 404 {@code not_found}, 409 {@code not_rejected} */
    public void revert(UUID id, By by) {
        Entry seen = entries.find(id).orElseThrow(() -> Refusals.unknown(id));
        ledger.write(() -> {
            ads.grow(seen.adId(), by.who());
            entries.lockOfAd(seen.adId());
            Entry entry = entries.find(id).orElseThrow(() -> Refusals.unknown(id));
            revert(entry, by);
            ads.follow(entry.adId());
            acts.record(by.who(), Deed.REVERTED, by.why(), 1, Scope.ofEntry(id));
            return entry;
        });
    }

    private void revert(Entry entry, By by) {
        if (blockedByRejected(entry)) {
            book.withdraw(entry, by);
        } else if (!entry.rejected()) {
            throw Refusals.notRejected(entry, "taken back to what Salesforce holds");
        } else if (entry.neverReported()) {
            book.withdraw(entry, by);
        } else {
            book.revert(entry, by);
            withdrawReplacements(entry, by);
        }
    }

    /** It was never sent, because what it replaces is rejected: it shows as rejected too. */
    private boolean blockedByRejected(Entry entry) {
        return entry.replaces() != null
                && entry.neverReported()
                && !entry.withdrawn()
                && entries.find(entry.replaces()).filter(Entry::rejected).isPresent();
    }

    private void withdrawReplacements(Entry entry, By by) {
        By because = new By(
                by.who(), "Entry " + entry.id() + ", which it was to replace, went back to what Salesforce holds.");
        entries.replacementsOf(entry.id()).stream()
                .filter(Entry::neverReported)
                .forEach(replacement -> book.withdraw(replacement, because));
    }
}
