package dev.tailback.app.ads;

import dev.tailback.app.ads.CurrentAd.Current;
import dev.tailback.app.ledger.ContractLabels;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.UsageBook;
import dev.tailback.app.ledger.UsageBook.By;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Writes what a correction or a cancellation changes, inside a transaction with the ad's rows locked. */
@Singleton
class WriteCorrection {

    private final WriteAd ads;
    private final EntryRows entries;
    private final EnoughUnits enough;
    private final UsageBook book;
    private final ContractLabels labels;

    WriteCorrection(WriteAd ads, EntryRows entries, EnoughUnits enough, UsageBook book, ContractLabels labels) {
        this.ads = ads;
        this.entries = entries;
        this.enough = enough;
        this.book = book;
        this.labels = labels;
    }

    /** A request that changes nothing leaves the version as it is. */
    void correct(Current current, AdRequest request, ContractLook look, String by) {
        Correction correction = Correction.of(current.live(), request);
        Ad ad = current.ad();
        if (correction.isEmpty() && ad.says(request)) {
            return;
        }
        enough.require(request.contractId(), look, correction.needs());
        // First, because every new version of an entry takes along what the ad says by then.
        ads.correct(ad, request, by);
        By who = new By(by, request.reason());
        apply(correction, ad.id(), request.contractId(), who);
        if (!ad.showsAs(request) && isOpen(request.contractId(), look)) {
            correction.unchanged().forEach(entry -> book.relabel(entry, who));
        }
    }

    /** What is locked keeps what it says in Salesforce. Unseen, the last look counts; Salesforce decides anyway. */
    private boolean isOpen(String contractId, ContractLook look) {
        return look.fold(seen -> !seen.contract().fulfilled(), unseen -> !labels.lastSeenFulfilled(contractId));
    }

    /** A cancelled ad stays as it is. */
    void cancel(Current current, By by) {
        if (!current.ad().cancelled()) {
            current.live().forEach(entry -> book.cancel(entry, by));
            ads.cancel(current.ad(), by.who());
        }
    }

    private void apply(Correction correction, UUID adId, String contractId, By by) {
        correction.changes().forEach(change -> book.change(change.entry(), change.units(), by));
        correction.cancelled().forEach(entry -> book.cancel(entry, by));
        correction
                .added()
                .forEach(added -> book.book(
                        adId,
                        contractId,
                        added.contractProductId(),
                        added.units(),
                        added.replaces().map(this::waitsFor).orElse(null),
                        by));
    }

    /**
     * What takes the place of an entry that was itself held back, and so never sent, waits for the same cancellation:
     * the first one that Salesforce must accept. So no entry waits for one that waits itself, and one refusal shows on
     * all it stops.
     */
    private UUID waitsFor(Entry replaced) {
        if (replaced.replaces() == null || !replaced.neverReported()) {
            return replaced.id();
        }
        return entries.find(replaced.replaces())
                .filter(Entry::holdsBack)
                .map(this::waitsFor)
                .orElse(replaced.id());
    }
}
