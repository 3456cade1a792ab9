package dev.tailback.salesforce.contract;

import java.util.List;
import java.util.Optional;

/** The queries for contracts, as the client sends them. */
public final class SentContractSoql {

    private SentContractSoql() {}

    public static List<String> all(Optional<String> tricky) {
        return List.of(
                ContractSoql.one("800000000000001AAA"),
                ContractSoql.page(new ContractSearch(Optional.empty(), Optional.empty(), 0, 20)),
                ContractSoql.page(new ContractSearch(tricky, Optional.of("100"), 2, 20)),
                ContractSoql.page(new ContractSearch(tricky, tricky, 0, 200)));
    }
}
