package dev.tailback.app.finance.month;

import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.UsageLine;
import dev.tailback.salesforce.contract.ContractStanding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Locked usage as Salesforce held it at one moment.
 *
 * @param contracts the fulfilled contracts of the scope
 * @param lines what both sides hold, by contract number, product and age
 * @param differences what they do not
 * @param sold units sold of each contract product that has lines
 */
public record LockedMonth(
        FinanceScope scope,
        Instant readAt,
        List<ContractStanding> contracts,
        List<UsageLine> lines,
        List<LineDifference> differences,
        Map<String, BigDecimal> sold) {

    public boolean agrees() {
        return differences.isEmpty();
    }

    /** Fulfilled without a time, so that no month is theirs. */
    public List<ContractStanding> withoutTime() {
        return contracts.stream()
                .filter(contract -> contract.fulfilledOn().isEmpty())
                .toList();
    }
}
