package dev.tailback.salesforce.contract;

import java.util.List;
import java.util.Optional;

/** The queries for contracts, as the client sends them to an org of one currency. */
public final class SentContractSoql {

    private SentContractSoql() {}

    public static List<String> all(Optional<String> tricky) {
        return List.of(
                ContractQuery.one("800000000000001AAA", Optional.empty()),
                ContractQuery.page(new ContractSearch(Optional.empty(), Optional.empty(), 0, 20), Optional.empty()),
                ContractQuery.page(new ContractSearch(tricky, Optional.of("100"), 2, 20), Optional.empty()),
                ContractQuery.page(new ContractSearch(tricky, tricky, 0, 200), Optional.empty()));
    }
}
