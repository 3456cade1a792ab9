package dev.tailback.app.pages;

import dev.tailback.app.ads.AdReading;
import dev.tailback.app.ads.AdView;
import dev.tailback.app.entries.EntryView;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.app.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Puts together what the page of an ad shows. */
@Singleton
class AdScreens {

    private final AdReading ads;
    private final ContractReadings contracts;
    private final SyncReading sync;

    AdScreens(AdReading ads, ContractReadings contracts, SyncReading sync) {
        this.ads = ads;
        this.contracts = contracts;
        this.sync = sync;
    }

    /** @throws Problem 404 {@code not_found} */
    AdView ad(UUID id) {
        return ads.find(id)
                .orElseThrow(
                        () -> new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no ad with the id " + id + "."));
    }

    /**
     * @throws Problem 404 {@code not_found} when the entry is none of this ad's, so that a page acts on what it shows
     */
    void requireEntryOf(UUID id, UUID entryId) {
        if (ad(id).entries().stream().noneMatch(entry -> entry.id().equals(entryId))) {
            throw new Problem(HttpStatus.NOT_FOUND, "not_found", "This ad has no entry with the id " + entryId + ".");
        }
    }

    AdScreen fresh(Visitor visitor, UUID id, String notice) {
        AdView ad = ad(id);
        return new AdScreen(
                visitor, SyncBanner.of(sync.now()), ad, contract(ad), asItIs(ad), FormErrors.none(), notice);
    }

    /** The page again, with what was typed and why it was refused; the form now knows the newest version. */
    AdScreen refused(Visitor visitor, UUID id, AdForm typed, Problem refusal) {
        AdView ad = ad(id);
        AdForm form = typed.rows().isEmpty() ? asItIs(ad) : typed.atVersion(ad.etag());
        ContractShown contract = contract(ad);
        FormErrors errors = FormErrors.of(refusal, typed, contract.products(), visitor.texts());
        return new AdScreen(visitor, SyncBanner.of(sync.now()), ad, contract, form, errors, "");
    }

    private ContractShown contract(AdView ad) {
        return withProductsOf(ad, contracts.of(ad.contractId()));
    }

    private static AdForm asItIs(AdView ad) {
        List<AdForm.Row> rows = ad.entries().stream()
                .filter(entry -> !entry.cancelled())
                .map(entry -> new AdForm.Row(entry.contractProductId(), String.valueOf(entry.units())))
                .toList();
        return new AdForm(ad.title(), rows, AdForm.Details.of(ad), "", "", ad.etag());
    }

    /** What the ad has booked can always be corrected, whether or not Salesforce can name the product now. */
    private static ContractShown withProductsOf(AdView ad, ContractShown contract) {
        List<ProductChoice> choices = new ArrayList<>(contract.products());
        ad.entries().stream()
                .filter(entry -> !entry.cancelled())
                .filter(entry -> choices.stream()
                        .noneMatch(known -> known.contractProductId().equals(entry.contractProductId())))
                .map(AdScreens::choice)
                .forEach(choices::add);
        return contract.with(choices);
    }

    private static ProductChoice choice(EntryView entry) {
        return ProductChoice.named(entry.contractProductId(), entry.product().orElse(entry.contractProductId()));
    }
}
