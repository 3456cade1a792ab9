package dev.tailback.app.finance.month;

import dev.tailback.app.currency.PriceCurrency;
import dev.tailback.app.finance.lines.FinanceProblems;
import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.FinanceSettings;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.ContractStanding;
import dev.tailback.salesforce.contract.ContractStandings;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.usage.LockedUsage;
import dev.tailback.salesforce.usage.LockedUsageReader;
import dev.tailback.salesforce.usage.LockedUsageSearch;
import dev.tailback.web.texts.IsoCurrency;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads the locked usage of a scope: the contracts that are fulfilled in it, then their locked lines, each beside the
 * ledger's entry. Nothing is kept. Two readings run at a time, because a large month takes memory.
 */
@Singleton
public class ReadLockedUsage {

    private static final int TOGETHER = 2;
    private static final int WAIT_SECONDS = 20;

    private final LockedUsageReader usage;
    private final ContractStandings contracts;
    private final PriceCurrency currencies;
    private final CompareLines compare;
    private final FinanceSettings settings;
    private final Semaphore turns = new Semaphore(TOGETHER, true);

    ReadLockedUsage(
            LockedUsageReader usage,
            ContractStandings contracts,
            PriceCurrency currencies,
            CompareLines compare,
            FinanceSettings settings) {
        this.usage = usage;
        this.contracts = contracts;
        this.currencies = currencies;
        this.compare = compare;
        this.settings = settings;
    }

    /**
     * @throws dev.tailback.web.problems.Problem 404 {@code unknown_contract}; 409 {@code currency_unknown},
     *     {@code too_many_lines}; 502 {@code salesforce_refused}; 503 {@code salesforce_unavailable},
     *     {@code finance_busy}
     */
    public LockedMonth read(FinanceScope scope) {
        takeTurn();
        try {
            return readNow(scope);
        } finally {
            turns.release();
        }
    }

    private LockedMonth readNow(FinanceScope scope) {
        OrgCurrency currency = currency();
        List<ContractStanding> fulfilled = bounded(fulfilled(scope));
        LockedUsageSearch search =
                new LockedUsageSearch(scope.begin(), scope.end(), scope.contractId(), settings.mostLines() + 1);
        Reading.Found<List<LockedUsage>> found = FinanceProblems.found(usage.read(search, currency));
        List<LockedUsage> locked = bounded(found.value());
        if (locked.stream().anyMatch(line -> !IsoCurrency.isKnown(line.currency()))) {
            throw FinanceProblems.currencyUnknown();
        }
        return compare.compare(scope, found.readAt(), fulfilled, locked);
    }

    private List<ContractStanding> fulfilled(FinanceScope scope) {
        if (scope.contractId().isEmpty()) {
            return FinanceProblems.require(contracts.fulfilledBetween(
                    scope.begin().orElseThrow(), scope.end().orElseThrow(), settings.mostLines() + 1));
        }
        List<ContractStanding> one = FinanceProblems.require(
                contracts.ofIds(List.of(scope.contractId().get())));
        if (one.isEmpty()) {
            throw FinanceProblems.unknownContract();
        }
        return one.stream()
                .filter(ContractStanding::fulfilled)
                .filter(contract -> isIn(scope, contract.fulfilledOn()))
                .toList();
    }

    private static boolean isIn(FinanceScope scope, Optional<Instant> fulfilledOn) {
        return fulfilledOn.isEmpty()
                || scope.begin().filter(fulfilledOn.get()::isBefore).isEmpty()
                        && scope.end()
                                .filter(end -> !fulfilledOn.get().isBefore(end))
                                .isEmpty();
    }

    private OrgCurrency currency() {
        return currencies
                .ask()
                .fold(
                        Reading.Found::value,
                        () -> {
                            throw FinanceProblems.currencyUnknown();
                        },
                        refused -> {
                            throw FinanceProblems.currencyUnknown();
                        },
                        unavailable -> FinanceProblems.require(
                                new Reading.Unavailable<>(unavailable.code(), unavailable.reason())));
    }

    private <T> List<T> bounded(List<T> rows) {
        if (rows.size() > settings.mostLines()) {
            throw FinanceProblems.tooMany(settings.mostLines());
        }
        return rows;
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw FinanceProblems.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FinanceProblems.busy();
        }
    }
}
