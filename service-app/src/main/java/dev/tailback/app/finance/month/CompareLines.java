package dev.tailback.app.finance.month;

import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.LineKind;
import dev.tailback.app.finance.lines.Money;
import dev.tailback.app.finance.lines.UsageLine;
import dev.tailback.salesforce.contract.ContractStanding;
import dev.tailback.salesforce.usage.LockedUsage;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lays each locked line of Salesforce beside the ledger's entry; what both hold becomes a line to invoice. */
@Singleton
class CompareLines {

    private static final int STRETCH = 1_000;

    private final LedgerLines ledger;

    CompareLines(LedgerLines ledger) {
        this.ledger = ledger;
    }

    LockedMonth compare(
            FinanceScope scope, Instant readAt, List<ContractStanding> contracts, List<LockedUsage> locked) {
        List<UsageLine> lines = new ArrayList<>();
        List<LineDifference> differences = new ArrayList<>();
        for (int from = 0; from < locked.size(); from += STRETCH) {
            compareStretch(scope, locked.subList(from, Math.min(from + STRETCH, locked.size())), lines, differences);
        }
        addMissing(contracts, locked, differences);
        return new LockedMonth(scope, readAt, contracts, List.copyOf(lines), List.copyOf(differences), sold(locked));
    }

    private void compareStretch(
            FinanceScope scope, List<LockedUsage> some, List<UsageLine> lines, List<LineDifference> differences) {
        Map<UUID, LedgerLine> known = ledger
                .byIds(some.stream().map(LockedUsage::entryId).toList())
                .stream()
                .collect(Collectors.toMap(LedgerLine::id, Function.identity()));
        for (LockedUsage usage : some) {
            Optional<LedgerLine> entry = Optional.ofNullable(known.get(usage.entryId()));
            Optional<LineDifferenceKind> difference = difference(usage, entry);
            difference.ifPresentOrElse(
                    kind -> differences.add(LineDifference.of(kind, usage, entry)),
                    () -> lines.add(line(scope, usage, entry.orElseThrow())));
        }
    }

    private static Optional<LineDifferenceKind> difference(LockedUsage usage, Optional<LedgerLine> entry) {
        if (entry.isEmpty()) {
            return Optional.of(LineDifferenceKind.FOREIGN);
        }
        LedgerLine known = entry.get();
        boolean same = known.reportedVersion() == usage.version()
                && known.held() == usage.units()
                && known.contractId().equals(usage.contractId())
                && known.contractProductId().equals(usage.contractProductId())
                && known.adReference().equals(usage.adReference());
        if (same) {
            return Optional.empty();
        }
        boolean answerComes = known.unreported() && usage.version() > known.reportedVersion();
        return Optional.of(answerComes ? LineDifferenceKind.ON_ITS_WAY : LineDifferenceKind.OTHER);
    }

    private static UsageLine line(FinanceScope scope, LockedUsage usage, LedgerLine entry) {
        return new UsageLine(
                LineKind.USAGE,
                usage.entryId(),
                usage.version(),
                usage.customerId(),
                usage.customer(),
                usage.contractId(),
                usage.contractNumber(),
                usage.contractProductId(),
                usage.product(),
                usage.units(),
                usage.unitPrice(),
                Money.amount(usage.units(), usage.unitPrice(), usage.currency()),
                usage.currency(),
                usage.fulfilledOn(),
                usage.serviceDate()
                        .orElseGet(() -> entry.createdAt().atZone(scope.zone()).toLocalDate()),
                usage.salesforceId(),
                entry.createdBy(),
                entry.createdAt(),
                usage.adReference());
    }

    /** What the ledger says is held of these contracts, and is not among the locked lines. */
    private void addMissing(
            List<ContractStanding> contracts, List<LockedUsage> locked, List<LineDifference> differences) {
        Map<String, String> numbers =
                contracts.stream().collect(Collectors.toMap(ContractStanding::id, ContractStanding::number));
        Set<UUID> found = new HashSet<>();
        locked.forEach(usage -> found.add(usage.entryId()));
        long after = 0;
        List<LedgerLine> some;
        do {
            some = numbers.isEmpty() ? List.of() : ledger.held(numbers.keySet(), after, STRETCH);
            for (LedgerLine line : some) {
                if (!found.contains(line.id())) {
                    differences.add(LineDifference.missing(line, numbers.getOrDefault(line.contractId(), "")));
                }
                after = line.line();
            }
        } while (some.size() == STRETCH);
    }

    private static Map<String, BigDecimal> sold(List<LockedUsage> locked) {
        Map<String, BigDecimal> sold = new HashMap<>();
        locked.forEach(usage -> sold.put(usage.contractProductId(), usage.unitsSold()));
        return Map.copyOf(sold);
    }
}
