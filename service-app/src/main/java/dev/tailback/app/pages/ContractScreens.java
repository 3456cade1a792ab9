package dev.tailback.app.pages;

import dev.tailback.app.ads.AdReading;
import dev.tailback.app.ads.AdSearch;
import dev.tailback.app.input.SalesforceId;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.app.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Puts together what the page of a contract shows. */
@Singleton
class ContractScreens {

    private static final String TOKEN_USED = "idempotency_key_reused";

    private final ContractReadings contracts;
    private final AdReading ads;
    private final SyncReading sync;

    ContractScreens(ContractReadings contracts, AdReading ads, SyncReading sync) {
        this.contracts = contracts;
        this.ads = ads;
        this.sync = sync;
    }

    ContractScreen fresh(Visitor visitor, String contractId, int page, String saved) {
        return screen(visitor, contract(contractId), page, new Filled(AdForm.empty(), FormErrors.none()), saved);
    }

    /** The page again, with everything that was typed and why it was refused. */
    ContractScreen refused(Visitor visitor, String contractId, AdForm form, Problem refusal) {
        ContractShown contract = contract(contractId);
        boolean used = refusal.code().equals(TOKEN_USED);
        FormErrors errors = FormErrors.of(used ? alreadySaved() : refusal, form, contract.products());
        return screen(visitor, contract, 0, new Filled(used ? form.withNewToken() : form, errors), "");
    }

    // A person went back to a form that was saved, and changed it: the key of the API is the token of the form here.
    private static Problem alreadySaved() {
        return new Problem(
                HttpStatus.CONFLICT,
                TOKEN_USED,
                "This form was saved before, with other content; that ad is in the list below. Send it again if you want"
                        + " this one besides.");
    }

    private record Filled(AdForm form, FormErrors errors) {}

    AdList ads(String contractId, int page) {
        String id = known(contractId);
        return AdList.of(id, ads.search(new AdSearch(Optional.empty(), Optional.empty(), Optional.of(id), page)));
    }

    ContractShown contract(String contractId) {
        return contracts.of(known(contractId));
    }

    private ContractScreen screen(Visitor visitor, ContractShown contract, int page, Filled filled, String saved) {
        AdList list = ads(contract.id(), page);
        if (contract.absent() && contract.products().isEmpty() && list.ads().isEmpty()) {
            throw unknown(contract.id());
        }
        return new ContractScreen(
                visitor, SyncBanner.of(sync.now()), contract, filled.form(), filled.errors(), list, saved);
    }

    private static String known(String contractId) {
        return SalesforceId.of(contractId).orElseThrow(() -> unknown(contractId));
    }

    private static Problem unknown(String contractId) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown_contract",
                "There is no contract with the id " + contractId + ". Look for it by customer or number.");
    }
}
