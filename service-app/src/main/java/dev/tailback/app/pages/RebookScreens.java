package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.app.pages.ContractPicker.Found;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts together the page on which another contract is chosen for an ad. */
@Singleton
class RebookScreens {

    private final AdScreens ads;
    private final ContractPicker picker;
    private final ContractReadings readings;
    private final SyncReading sync;

    RebookScreens(AdScreens ads, ContractPicker picker, ContractReadings readings, SyncReading sync) {
        this.ads = ads;
        this.picker = picker;
        this.readings = readings;
        this.sync = sync;
    }

    /** What was typed to find a contract, or the contract that was chosen. */
    record Search(String typed, String contractId) {

        static Search forContract(String contractId) {
            return new Search("", contractId);
        }
    }

    RebookScreen fresh(Visitor visitor, UUID id, Search search) {
        AdView ad = ads.ad(id);
        Optional<ContractShown> target = target(search);
        AdForm form = AdForm.of(ad)
                .booking(target.map(chosen -> sameProducts(ad, chosen)).orElse(List.of()));
        return screen(visitor, ad, search, target, form, FormErrors.none());
    }

    RebookScreen refused(Visitor visitor, UUID id, String contractId, AdForm typed, Problem refusal) {
        AdView ad = ads.ad(id);
        Optional<ContractShown> target = target(Search.forContract(contractId));
        List<ProductChoice> products = target.map(ContractShown::products).orElse(List.of());
        FormErrors errors = FormErrors.of(refusal, typed, products, visitor.texts());
        return screen(visitor, ad, Search.forContract(contractId), target, typed, errors);
    }

    private RebookScreen screen(
            Visitor visitor, AdView ad, Search search, Optional<ContractShown> target, AdForm form, FormErrors errors) {
        String typed = search.typed().isEmpty() ? ad.customer().orElse("") : search.typed();
        Found found = picker.find(typed);
        return new RebookScreen(
                visitor,
                SyncBanner.of(sync.now()),
                ad,
                typed,
                others(found, ad),
                found.trouble(),
                target,
                form,
                errors);
    }

    /** The other open contracts that match what is being typed. */
    List<ContractChoice> suggestions(UUID id, String typed) {
        return others(picker.find(typed), ads.ad(id));
    }

    private Optional<ContractShown> target(Search search) {
        return SalesforceId.of(search.contractId()).map(readings::of);
    }

    private static List<ContractChoice> others(Found found, AdView ad) {
        return found.choices().stream()
                .filter(contract -> !contract.fulfilled() && !contract.id().equals(ad.contractId()))
                .toList();
    }

    /** The units of products that have the same name there. */
    private static List<AdForm.Row> sameProducts(AdView ad, ContractShown target) {
        return target.products().stream()
                .flatMap(product -> ad.entries().stream()
                        .filter(entry -> !entry.cancelled())
                        .filter(entry -> entry.product().equals(Optional.of(product.name())))
                        .limit(1)
                        .map(entry -> new AdForm.Row(product.contractProductId(), String.valueOf(entry.units()))))
                .toList();
    }
}
