package dev.tailback.app.pages;

import dev.tailback.app.access.FlashMessage.Told;
import dev.tailback.app.ads.AdReading;
import dev.tailback.app.ads.AdView;
import dev.tailback.app.entries.EntryView;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.app.pages.AdScreen.Typed;
import dev.tailback.app.requests.RequestReading;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts together what the page of an ad shows. */
@Singleton
class AdScreens {

    private final AdReading ads;
    private final ContractReadings contracts;
    private final RequestReading requests;
    private final SyncReading sync;

    AdScreens(AdReading ads, ContractReadings contracts, RequestReading requests, SyncReading sync) {
        this.ads = ads;
        this.contracts = contracts;
        this.requests = requests;
        this.sync = sync;
    }

    /** @throws Problem 404 {@code not_found} */
    AdView ad(UUID id) {
        return ads.find(id)
                .orElseThrow(
                        () -> new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no ad with the id " + id + ".")
                                .says("problem.no.ad", id));
    }

    /**
     * @throws Problem 404 {@code not_found} when the entry is none of this ad's, so that a page acts on what it shows
     */
    void requireEntryOf(UUID id, UUID entryId) {
        if (ad(id).entries().stream().noneMatch(entry -> entry.id().equals(entryId))) {
            throw new Problem(HttpStatus.NOT_FOUND, "not_found", "This ad has no entry with the id " + entryId + ".")
                    .says("problem.no.entry", entryId);
        }
    }

    /** @throws Problem 404 {@code not_found} when the request is about another ad */
    void requireRequestOf(UUID id, UUID requestId) {
        if (requests.ofAd(id).stream().noneMatch(request -> request.id().equals(requestId))) {
            throw new Problem(
                            HttpStatus.NOT_FOUND, "not_found", "This ad has no request with the id " + requestId + ".")
                    .says("problem.no.request", requestId);
        }
    }

    /**
     * Whether a browser that saw this sees the same now, without looking at Salesforce.
     *
     * @param closes whether it saw that the contract closes
     */
    boolean looksAs(UUID id, String seen, boolean closes) {
        AdView ad = ad(id);
        return contracts.isClosing(ad.contractId()) == closes
                && AdScreen.fingerprint(ad, requests.ofAd(id)).equals(seen);
    }

    AdScreen fresh(Visitor visitor, UUID id, Optional<Told> done) {
        AdView ad = ad(id);
        Typed asItIs = new Typed(AdForm.of(ad), AdContent.of(ad).written(), FormErrors.none(), Optional.empty(), false);
        return screen(visitor, ad, contract(ad), asItIs, done);
    }

    /** The page again, because something else than the correction was refused. */
    AdScreen refused(Visitor visitor, UUID id, Problem refusal) {
        AdView ad = ad(id);
        ContractShown contract = contract(ad);
        AdForm form = AdForm.of(ad);
        FormErrors errors = FormErrors.of(refusal, form, contract.products(), visitor.texts());
        return screen(
                visitor,
                ad,
                contract,
                new Typed(form, AdContent.of(ad).written(), errors, Optional.empty(), true),
                Optional.empty());
    }

    /** The page again, with what was typed and why it was not saved. */
    AdScreen refused(Visitor visitor, UUID id, SaveCorrection.Saved saved) {
        AdView ad = ad(id);
        ContractShown contract = contract(ad);
        FormErrors errors = saved.refusal()
                .map(refusal -> FormErrors.of(refusal, saved.form(), contract.products(), visitor.texts()))
                .orElseGet(FormErrors::none);
        Optional<Conflict> conflict = saved.clashes().isEmpty()
                ? Optional.empty()
                : Optional.of(Conflict.of(ad, saved.clashes(), contract.products()));
        return screen(
                visitor,
                ad,
                contract,
                new Typed(saved.form(), saved.was().written(), errors, conflict, true),
                Optional.empty());
    }

    private AdScreen screen(Visitor visitor, AdView ad, ContractShown contract, Typed typed, Optional<Told> done) {
        return new AdScreen(visitor, SyncBanner.of(sync.now()), ad, contract, requests.ofAd(ad.id()), typed, done);
    }

    /** What the ad has booked can always be corrected, whether or not Salesforce can name the product now. */
    private ContractShown contract(AdView ad) {
        List<EntryView> living =
                ad.entries().stream().filter(entry -> !entry.cancelled()).toList();
        return contracts.of(ad.contractId()).with(living);
    }
}
