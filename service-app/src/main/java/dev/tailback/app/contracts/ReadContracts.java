package dev.tailback.app.contracts;

import dev.tailback.app.currency.PriceCurrency;
import dev.tailback.app.ledger.ContractLabels;
import dev.tailback.app.ledger.WaitingUnits;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractPage;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractSearch;
import dev.tailback.salesforce.currency.OrgCurrency;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads contracts live and adds the units that wait here. Nothing is cached: what Salesforce says now is what people
 * see; people who ask for the same contract at the same instant share one call. Only the names are kept, as labels for
 * the time when Salesforce cannot be read.
 */
@Singleton
public class ReadContracts {

    /** Contracts per page of a search. */
    public static final int PAGE = 20;

    private final ContractReader contracts;
    private final SingleFlight<String, Reading<Contract>> flights;
    private final SalesforceSight sight;
    private final ContractLabels labels;
    private final WaitingUnits waiting;
    private final PriceCurrency currencies;

    ReadContracts(
            ContractReader contracts,
            SingleFlight<String, Reading<Contract>> flights,
            SalesforceSight sight,
            ContractLabels labels,
            WaitingUnits waiting,
            PriceCurrency currencies) {
        this.contracts = contracts;
        this.flights = flights;
        this.sight = sight;
        this.labels = labels;
        this.waiting = waiting;
        this.currencies = currencies;
    }

    public Reading<ContractView> one(String contractId) {
        return read(currency -> flights.ask(key(contractId, currency), () -> contracts.find(contractId, currency)))
                .flatMap(found -> new Reading.Found<>(
                        shown(List.of(found.value()), found.readAt()).get(0), found.readAt()));
    }

    /**
     * @param customer a part of the customer's name, or blank for all
     * @param number the contract number or its beginning, or blank for all
     * @param page from 0 to 100; 20 contracts a page
     */
    public Reading<ContractListView> page(String customer, String number, int page) {
        ContractSearch search = new ContractSearch(Optional.of(customer), Optional.of(number), page, PAGE);
        return read(currency -> contracts.search(search, currency))
                .flatMap(found -> new Reading.Found<>(listed(found.value(), found.readAt()), found.readAt()));
    }

    /** A call that names prices in another currency is another call. */
    static String key(String contractId, Optional<OrgCurrency> currency) {
        return currency.map(named -> contractId + " " + named).orElse(contractId);
    }

    /**
     * The currency is asked for only when the contract was read, so that an outage is not waited for twice; then a
     * contract that was read without it, or with another one, is read again: once, after a start.
     */
    private <T> Reading<T> read(Function<Optional<OrgCurrency>, Reading<T>> question) {
        Optional<OrgCurrency> lately = currencies.lately();
        return sight.note(question.apply(lately)).flatMap(found -> {
            Optional<OrgCurrency> current = currencies.current();
            return current.equals(lately) ? found : sight.note(question.apply(current));
        });
    }

    private ContractListView listed(ContractPage page, Instant readAt) {
        return new ContractListView(shown(page.contracts(), readAt), page.page(), page.more(), readAt);
    }

    private List<ContractView> shown(List<Contract> contracts, Instant readAt) {
        if (contracts.isEmpty()) {
            return List.of();
        }
        labels.remember(contracts, readAt);
        Map<String, Long> units =
                waiting.of(contracts.stream().map(Contract::id).toList());
        return contracts.stream()
                .map(contract -> ContractView.of(contract, units, readAt))
                .toList();
    }
}
