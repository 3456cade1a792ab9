package dev.tailback.app.rejected;

import dev.tailback.app.entries.EntryReading;
import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.held.LearnHeld;
import dev.tailback.app.ledger.AdVersions;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.UsageBook;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.app.operator.operations.Scope;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The entry says again what Salesforce holds. One that Salesforce never held is withdrawn. When a refused cancellation
 * is given up, what was to replace the entry is withdrawn with it. Call it inside {@link Ledger#write}.
 */
@Singleton
class GoBack {

    private final EntryRows entries;
    private final AdVersions ads;
    private final UsageBook book;
    private final LearnHeld learn;
    private final Operations operations;

    GoBack(EntryRows entries, AdVersions ads, UsageBook book, LearnHeld learn, Operations operations) {
        this.entries = entries;
        this.ads = ads;
        this.book = book;
        this.learn = learn;
        this.operations = operations;
    }

    /**
     * @param told what Salesforce was asked about it; not asked about an entry that was not rejected itself, and so
     *     never sent
     * @return what to tell the person when a version we sent had arrived there after all: that is taken over instead
     */
    Optional<Problem> unlessArrived(UUID id, HeldAnswer.Told told, By by) {
        entries.lockAdsOf(List.of(id));
        Entry seen = entries.find(id).orElseThrow(() -> EntryReading.unknown(id));
        entries.lockOfAd(seen.adId());
        Entry entry = entries.find(id).orElseThrow(() -> EntryReading.unknown(id));
        // Rejected only after the person asked: Salesforce was not asked then, and nothing is known of what it holds.
        boolean asked = told.asked(id);
        if (entry.rejected() ? !asked : !blockedByRejected(entry)) {
            throw Refusals.notRejected(entry, "taken back to what Salesforce holds");
        }
        return asked ? unlessArrived(entry, told, by) : went(entry, by);
    }

    private Optional<Problem> unlessArrived(Entry entry, HeldAnswer.Told told, By by) {
        return learn.learn(entry, told)
                .fold(
                        arrived -> Optional.of(Refusals.arrivedAfterAll(entry, arrived.held())),
                        newer -> {
                            throw Refusals.newerInSalesforce(entry, newer.held());
                        },
                        () -> went(entry, by),
                        () -> went(entry, by));
    }

    private Optional<Problem> went(Entry entry, By by) {
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
        operations.record(
                by.who(), OperatorAction.REVERTED, by.reason(), List.of(entry.id()), Scope.ofEntry(entry.id()));
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
