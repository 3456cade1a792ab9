package dev.tailback.app.rejected;

import dev.tailback.app.entries.EntryReading;
import dev.tailback.app.ledger.AdVersions;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.TakeOver;
import dev.tailback.app.ledger.UsageBook;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.app.operator.operations.Scope;
import dev.tailback.app.problems.Problem;
import dev.tailback.salesforce.usage.HeldUsage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The entry says again what Salesforce holds. One that Salesforce never held is withdrawn. When a refused cancellation is given up, what was to replace
 * the entry is withdrawn with it. Call it inside {@link Ledger#write}.
 */
@Singleton
class GoBack {

    private final EntryRows entries;
    private final AdVersions ads;
    private final UsageBook book;
    private final TakeOver takeOver;
    private final Operations acts;

    GoBack(EntryRows entries, AdVersions ads, UsageBook book, TakeOver takeOver, Operations acts) {
        this.entries = entries;
        this.ads = ads;
        this.book = book;
        this.takeOver = takeOver;
        this.acts = acts;
    }

    /**
     * @param held what Salesforce was just seen to hold of it
     * @return what to tell the person when a version we sent had arrived there after all: that is taken over instead
     */
    Optional<Problem> unlessArrived(UUID id, Optional<HeldUsage> held, By by) {
        entries.lockAdsOf(List.of(id));
        Entry seen = entries.find(id).orElseThrow(() -> EntryReading.unknown(id));
        entries.lockOfAd(seen.adId());
        Entry entry = entries.find(id).orElseThrow(() -> EntryReading.unknown(id));
        if (!blockedByRejected(entry) && !entry.rejected()) {
            throw Refusals.notRejected(entry, "taken back to what Salesforce holds");
        }
        if (held.filter(there -> takeOver.takeOver(entry, there)).isPresent()) {
            return held.map(there -> Refusals.arrivedAfterAll(entry, there));
        }
        held.filter(there -> entry.learnsFrom(there.version())).ifPresent(there -> {
            throw Refusals.newerInSalesforce(entry, there);
        });
        goBack(entry, by);
        return Optional.empty();
    }

    private void goBack(Entry entry, By by) {
        ads.grow(entry.adId(), by.who());
        if (entry.neverReported()) {
            book.withdraw(entry, by);
        } else {
            book.revert(entry, by);
            withdrawReplacements(entry, by);
        }
        ads.follow(entry.adId());
        acts.record(by.who(), OperatorAction.REVERTED, by.why(), 1, Scope.ofEntry(entry.id()));
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
