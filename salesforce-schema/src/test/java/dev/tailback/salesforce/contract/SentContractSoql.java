package dev.tailback.salesforce.contract;

import dev.tailback.mapping.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The queries for contracts, as the client sends them to an org of one currency. */
public final class SentContractSoql {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private SentContractSoql() {}

    public static List<String> all(Optional<String> tricky) {
        ContractQuery contracts = new ContractQuery(Mapping.tailback(), Optional.empty());
        StandingQuery standings = new StandingQuery(Mapping.tailback());
        return List.of(
                contracts.one("800000000000001AAA"),
                contracts.page(new ContractSearch(Optional.empty(), Optional.empty(), 0, 20)),
                contracts.page(new ContractSearch(tricky, Optional.of("100"), 2, 20)),
                contracts.page(new ContractSearch(tricky, tricky, 0, 200)),
                standings.openWithUsage(10),
                standings.fulfilledBetween(NOW, NOW, 10),
                standings.ofIds(List.of("800000000000001AAA"), 10));
    }
}
