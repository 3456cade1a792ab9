package dev.tailback.contracts;

import dev.tailback.salesforce.Contract;
import dev.tailback.salesforce.ContractPage;
import dev.tailback.salesforce.ContractReader;
import dev.tailback.salesforce.ContractSearch;
import dev.tailback.salesforce.Reading;
import dev.tailback.usage.WaitingUnits;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads contracts live and adds the units that wait here. Nothing is cached: what Salesforce says now is what people see. */
@Singleton
public final class ReadContracts {

    private static final int PAGE = 20;

    private final ContractReader contracts;
    private final WaitingUnits waiting;

    ReadContracts(ContractReader contracts, WaitingUnits waiting) {
        this.contracts = contracts;
        this.waiting = waiting;
    }

    public Reading<ContractView> one(String contractId) {
        return contracts.find(contractId).flatMap(this::shown);
    }

    /**
     * @param customer a part of the customer's name, or blank for all
     * @param number the contract number or its beginning, or blank for all
     * @param page from 0; 20 contracts a page
     */
    public Reading<ContractListView> page(String customer, String number, int page) {
        ContractSearch search = new ContractSearch(Optional.of(customer), Optional.of(number), page, PAGE);
        return contracts.search(search).flatMap(this::listed);
    }

    private Reading<ContractView> shown(Reading.Found<Contract> found) {
        Contract contract = found.value();
        return new Reading.Found<>(
                ContractView.of(contract, waiting.of(contract.id()), found.readAt()), found.readAt());
    }

    private Reading<ContractListView> listed(Reading.Found<ContractPage> found) {
        ContractPage page = found.value();
        var shown = page.contracts().stream()
                .map(contract -> ContractView.of(contract, waiting.of(contract.id()), found.readAt()))
                .toList();
        return new Reading.Found<>(new ContractListView(shown, page.page(), page.more(), found.readAt()), found.readAt());
    }
}
