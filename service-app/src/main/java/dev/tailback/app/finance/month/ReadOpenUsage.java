package dev.tailback.app.finance.month;

import dev.tailback.app.finance.lines.FinanceProblems;
import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.month.OpenUsage.OpenContract;
import dev.tailback.app.finance.month.OpenUsage.OpenEntry;
import dev.tailback.salesforce.contract.ContractStanding;
import dev.tailback.salesforce.contract.ContractStandings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what keeps a scope from being whole: entries not accepted, and contracts with usage that are not fulfilled. */
@Singleton
public class ReadOpenUsage {

    private static final int MOST_ENTRIES = 200;
    private static final int MOST_CONTRACTS = 1_000;

    private final LedgerLines ledger;
    private final ContractStandings contracts;
    private final Clock clock;

    ReadOpenUsage(LedgerLines ledger, ContractStandings contracts, Clock clock) {
        this.ledger = ledger;
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * @param fulfilled the fulfilled contracts of the scope
     * @throws dev.tailback.web.problems.Problem 502 {@code salesforce_refused}, 503 {@code salesforce_unavailable}
     */
    public OpenUsage read(FinanceScope scope, Collection<ContractStanding> fulfilled) {
        OpenUsage entries = entries(scope, fulfilled);
        return new OpenUsage(
                entries.waiting(), entries.retrying(), entries.rejected(), entries.entries(), contracts(scope));
    }

    /** The entries alone, without a question to Salesforce. */
    public OpenUsage entries(FinanceScope scope, Collection<ContractStanding> fulfilled) {
        List<String> ids = scope.contractId()
                .map(List::of)
                .orElseGet(() -> fulfilled.stream().map(ContractStanding::id).toList());
        Instant before =
                scope.contractId().isPresent() ? Instant.EPOCH : scope.end().orElseThrow();
        Map<String, Long> counts = ledger.openByState(ids, before);
        List<OpenEntry> some = ledger.open(ids, before, MOST_ENTRIES).stream()
                .map(OpenEntry::of)
                .toList();
        return new OpenUsage(
                counts.getOrDefault("WAITING", 0L),
                counts.getOrDefault("RETRYING", 0L),
                counts.getOrDefault("REJECTED", 0L),
                some,
                List.of());
    }

    private List<OpenContract> contracts(FinanceScope scope) {
        List<ContractStanding> open = FinanceProblems.require(contracts.openWithUsage(MOST_CONTRACTS)).stream()
                .filter(contract -> scope.contractId()
                        .filter(id -> !id.equals(contract.id()))
                        .isEmpty())
                .toList();
        Map<String, Long> units = open.isEmpty() ? Map.of() : booked(scope, open);
        return open.stream()
                .filter(contract -> units.getOrDefault(contract.id(), 0L) > 0)
                .map(contract -> openContract(contract, units.getOrDefault(contract.id(), 0L)))
                .toList();
    }

    private Map<String, Long> booked(FinanceScope scope, List<ContractStanding> open) {
        Optional<Instant> from = scope.begin();
        return ledger.unitsBooked(
                open.stream().map(ContractStanding::id).toList(),
                from.orElse(Instant.EPOCH),
                scope.end().orElseGet(clock::instant));
    }

    private static OpenContract openContract(ContractStanding contract, long units) {
        return new OpenContract(
                contract.id(),
                contract.number(),
                contract.customer(),
                contract.endDate(),
                contract.consumed().longValue(),
                units);
    }
}
