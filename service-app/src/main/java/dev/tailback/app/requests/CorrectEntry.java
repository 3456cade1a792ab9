package dev.tailback.app.requests;

import dev.tailback.app.ledger.AdVersions;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.UsageBook;
import dev.tailback.app.ledger.UsageBook.By;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one accepted correction, in one transaction with the end of its request: the entry gets the units that were
 * asked for, and the other entries of the ad stay as they are. Whether the units are there is not asked: what happened
 * must be billable, finance accepted it, and Salesforce's own policy decides.
 */
@Singleton
class CorrectEntry {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectEntry.class);

    private final EntryRows entries;
    private final AdVersions ads;
    private final UsageBook book;
    private final RequestEvents requests;
    private final Ledger ledger;

    CorrectEntry(EntryRows entries, AdVersions ads, UsageBook book, RequestEvents requests, Ledger ledger) {
        this.entries = entries;
        this.ads = ads;
        this.book = book;
        this.requests = requests;
        this.ledger = ledger;
    }

    /** Nothing happens when it was answered otherwise, or corrected, in the meantime. */
    void asRequested(CorrectionRequest request) {
        ledger.write(() -> {
            entries.lockAdsOf(List.of(request.entryId()));
            entries.lockOfAd(request.adId());
            Entry entry = entries.find(request.entryId()).orElseThrow();
            if (requests.corrected(request.id()) && entry.wanted() != request.units()) {
                change(entry, request);
            }
            return entry;
        });
    }

    private void change(Entry entry, CorrectionRequest request) {
        By by = new By(request.askedBy(), "Correction request, accepted by finance: " + request.reason());
        ads.grow(entry.adId(), by.who());
        if (request.units() == 0) {
            book.cancel(entry, by);
        } else {
            book.change(entry, request.units(), by);
        }
        ads.follow(entry.adId());
        LOG.info(
                "Entry {} of contract {}: {} units, as request {} asked and finance accepted",
                entry.id(),
                entry.contractId(),
                request.units(),
                request.id());
    }
}
