package dev.tailback.app.finance.closing;

import dev.tailback.app.finance.lines.FinanceSettings;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.ContractStanding;
import dev.tailback.salesforce.contract.ContractStandings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds contracts whose last day nears while Salesforce has not accepted all of their entries. */
@Singleton
public class EndingContracts {

    private final ClosingRows rows;
    private final ContractStandings contracts;
    private final FinanceSettings settings;
    private final Clock clock;

    EndingContracts(ClosingRows rows, ContractStandings contracts, FinanceSettings settings, Clock clock) {
        this.rows = rows;
        this.contracts = contracts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that end within so many days, or have ended; the nearest end first. Salesforce is read live. */
    public Reading<List<EndingContract>> within(int days) {
        Map<String, ClosingRows.Unsent> unsent =
                rows.unsent().stream().collect(Collectors.toMap(ClosingRows.Unsent::contractId, Function.identity()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zoneId());
        return contracts
                .ofIds(unsent.keySet())
                .map(found -> found.stream()
                        .filter(contract -> !contract.fulfilled() && endsBy(contract, today.plusDays(days)))
                        .flatMap(contract -> Optional.ofNullable(unsent.get(contract.id())).stream()
                                .map(entries -> ending(contract, entries, today)))
                        .sorted(Comparator.comparing(EndingContract::endDate)
                                .thenComparing(EndingContract::contractNumber))
                        .toList());
    }

    private static boolean endsBy(ContractStanding contract, LocalDate last) {
        return contract.endDate().filter(end -> !end.isAfter(last)).isPresent();
    }

    private static EndingContract ending(ContractStanding contract, ClosingRows.Unsent unsent, LocalDate today) {
        LocalDate end = contract.endDate().orElseThrow();
        return new EndingContract(
                contract.id(),
                contract.number(),
                contract.customer(),
                end,
                ChronoUnit.DAYS.between(today, end),
                unsent.waiting(),
                unsent.retrying(),
                unsent.rejected());
    }
}
