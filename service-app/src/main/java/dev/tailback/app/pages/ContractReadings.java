package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractView;
import dev.tailback.app.contracts.ReadContracts;
import dev.tailback.app.contracts.SalesforceSight;
import dev.tailback.app.contracts.SeenContracts;
import dev.tailback.salesforce.Reading;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads a contract for a page: live, and by its last names where that does not work. */
@Singleton
class ContractReadings {

    private final ReadContracts contracts;
    private final SeenContracts seen;
    private final SalesforceSight sight;

    ContractReadings(ReadContracts contracts, SeenContracts seen, SalesforceSight sight) {
        this.contracts = contracts;
        this.seen = seen;
        this.sight = sight;
    }

    ContractShown of(String contractId) {
        Reading<ContractView> reading = contracts.one(contractId);
        return reading.fold(
                found -> live(found.value()),
                () -> named(contractId, reading),
                refused -> named(contractId, refused),
                unavailable -> named(contractId, unavailable));
    }

    private static ContractShown live(ContractView contract) {
        return new ContractShown(
                contract.id(),
                contract.number(),
                contract.customer(),
                Optional.of(contract),
                Optional.empty(),
                0,
                contract.products().stream().map(ProductChoice::of).toList());
    }

    private ContractShown named(String contractId, Reading<ContractView> reading) {
        Optional<SeenContracts.Seen> label = seen.find(contractId);
        List<ProductChoice> products = seen.products(contractId).stream()
                .map(product -> new ProductChoice(product.contractProductId(), product.product(), Optional.empty()))
                .toList();
        return new ContractShown(
                contractId,
                label.map(SeenContracts.Seen::number).orElse(""),
                label.map(SeenContracts.Seen::customer).orElse("Contract " + contractId),
                Optional.empty(),
                SalesforceTrouble.in(reading),
                sight.lookAgainAfter().toSeconds(),
                products);
    }
}
