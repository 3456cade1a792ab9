package dev.tailback.app.ads;

import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Finds the ad that is to be changed, as it is now, and makes sure it is the version that the caller saw. */
@Singleton
class CurrentAd {

    private final AdRows ads;
    private final EntryRows entries;

    CurrentAd(AdRows ads, EntryRows entries) {
        this.ads = ads;
        this.entries = entries;
    }

    /** An ad and its entries that are not cancelled. */
    record Current(Ad ad, List<Entry> live) {

        private static Current of(Ad ad, List<Entry> entries) {
            return new Current(
                    ad, entries.stream().filter(entry -> !entry.cancelled()).toList());
        }
    }

    /** @throws Problem 404 {@code not_found} or 412 {@code stale} */
    Current find(UUID id, IfMatch seen) {
        Ad ad = ads.find(id).orElseThrow(() -> unknown(id));
        seen.require(ad);
        return Current.of(ad, entries.ofAd(id));
    }

    /** The same inside a transaction, with the rows locked until its end. */
    Current lock(UUID id, IfMatch seen) {
        Ad ad = ads.lock(id).orElseThrow(() -> unknown(id));
        seen.require(ad);
        entries.lockOfAd(id);
        return Current.of(ad, entries.ofAd(id));
    }

    static Problem unknown(UUID id) {
        return new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no ad with the id " + id + ".")
                .says("problem.no.ad", id);
    }
}
