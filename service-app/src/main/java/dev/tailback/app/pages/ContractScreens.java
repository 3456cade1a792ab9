package dev.tailback.app.pages;

import dev.tailback.app.ads.AdReading;
import dev.tailback.app.ads.AdView;
import dev.tailback.app.adsearch.AdFilter;
import dev.tailback.app.adsearch.AdList;
import dev.tailback.app.adsearch.AdOrder;
import dev.tailback.app.adsearch.AdQuery;
import dev.tailback.app.adsearch.AdSearch;
import dev.tailback.app.adsearch.SearchAds;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Puts together what the page of a contract shows. */
@Singleton
class ContractScreens {

    private static final String TOKEN_USED = "idempotency_key_reused";
    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    private final ContractReadings contracts;
    private final AdReading ads;
    private final SearchAds search;
    private final SyncReading sync;
    private final Clock clock;

    ContractScreens(ContractReadings contracts, AdReading ads, SearchAds search, SyncReading sync, Clock clock) {
        this.contracts = contracts;
        this.ads = ads;
        this.search = search;
        this.clock = clock;
        this.sync = sync;
    }

    ContractScreen fresh(Visitor visitor, String contractId, int page, String saved) {
        Filled empty = new Filled(AdForm.empty(), FormErrors.none(), false);
        return screen(visitor, contract(contractId), page, empty, saved(visitor, known(contractId), saved));
    }

    /** The form filled with what another ad says; its day is left out. */
    ContractScreen copied(Visitor visitor, String contractId, UUID adId) {
        AdForm form = ads.bare(adId).map(AdForm::copyOf).orElseGet(AdForm::empty);
        return screen(visitor, contract(contractId), 0, new Filled(form, FormErrors.none(), true), Optional.empty());
    }

    /** An address alone claims nothing: it must be an ad that this visitor saved here just now. */
    private Optional<AdView> saved(Visitor visitor, String contractId, String reference) {
        return search.newest(AdFilter.ofContract(contractId).withText(reference))
                .filter(ad -> !reference.isEmpty()
                        && ad.createdBy().equals(visitor.name())
                        && ad.createdAt().isAfter(clock.instant().minus(JUST_NOW)));
    }

    /** The page again, with everything that was typed and why it was refused. */
    ContractScreen refused(Visitor visitor, String contractId, AdForm form, Problem refusal) {
        ContractShown contract = contract(contractId);
        boolean used = refusal.code().equals(TOKEN_USED);
        FormErrors errors = FormErrors.of(refusal, form, contract.products(), visitor.texts());
        return screen(
                visitor, contract, 0, new Filled(used ? form.withNewToken() : form, errors, true), Optional.empty());
    }

    private record Filled(AdForm form, FormErrors errors, boolean kept) {}

    AdList ads(String contractId, int page) {
        String id = known(contractId);
        String mark = search.mark();
        AdSearch ofContract = new AdSearch(AdFilter.ofContract(id), AdOrder.NEWEST, page);
        return new AdList(
                "/contracts/" + id, "/contracts/" + id + "/now", AdQuery.ofPage(page), search.page(ofContract), mark);
    }

    /**
     * Whether a browser that saw this sees the same ads now.
     *
     * @param closes whether it saw that the contract closes
     */
    boolean looksAs(String contractId, int page, String seen, boolean closes) {
        return contracts.isClosing(known(contractId)) == closes
                && (AdList.isUpToDate(seen, search.mark())
                        || ads(contractId, page).looksAs(seen));
    }

    ContractShown contract(String contractId) {
        return contracts.of(known(contractId));
    }

    private ContractScreen screen(
            Visitor visitor, ContractShown contract, int page, Filled filled, Optional<AdView> saved) {
        AdList list = ads(contract.id(), page);
        if (contract.absent() && contract.products().isEmpty() && list.page().total() == 0) {
            throw unknown(contract.id());
        }
        return new ContractScreen(
                visitor,
                SyncBanner.of(sync.now()),
                contract,
                filled.form(),
                filled.errors(),
                list,
                filled.kept(),
                saved);
    }

    private static String known(String contractId) {
        return SalesforceId.of(contractId).orElseThrow(() -> unknown(contractId));
    }

    private static Problem unknown(String contractId) {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "unknown_contract",
                        "There is no contract with the id " + contractId + ". Look for it by customer or number.")
                .says("problem.no.contract", contractId);
    }
}
