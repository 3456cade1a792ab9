package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import dev.tailback.app.contracts.ContractListView;
import dev.tailback.app.contracts.ContractView;
import dev.tailback.app.contracts.ReadContracts;
import dev.tailback.app.input.SalesforceId;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.app.problems.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts together the page on which another contract is chosen for an ad. */
@Singleton
class RebookScreens {

    private final AdScreens ads;
    private final ReadContracts contracts;
    private final ContractReadings readings;
    private final SyncReading sync;

    RebookScreens(AdScreens ads, ReadContracts contracts, ContractReadings readings, SyncReading sync) {
        this.ads = ads;
        this.contracts = contracts;
        this.readings = readings;
        this.sync = sync;
    }

    /** What was typed to find a contract, or the contract that was chosen. */
    record Search(String customer, String number, String contractId) {

        static Search forContract(String contractId) {
            return new Search("", "", contractId);
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
        String customer = search.customer().isEmpty() && search.number().isEmpty()
                ? ad.customer().orElse("")
                : search.customer();
        Optional<ContractListView> found = contracts
                .page(customer, search.number(), 0)
                .fold(
                        read -> Optional.of(read.value()),
                        () -> Optional.empty(),
                        refused -> Optional.empty(),
                        unavailable -> Optional.empty());
        return new RebookScreen(
                visitor,
                SyncBanner.of(sync.now()),
                ad,
                customer,
                search.number(),
                found.map(page -> open(page, ad)).orElse(List.of()),
                found.isPresent(),
                target,
                form,
                errors);
    }

    private Optional<ContractShown> target(Search search) {
        return SalesforceId.of(search.contractId()).map(readings::of);
    }

    private static List<ContractView> open(ContractListView page, AdView ad) {
        return page.contracts().stream()
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
