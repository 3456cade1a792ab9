package dev.tailback.app.finance.statements;

import dev.tailback.app.finance.lines.Money;
import dev.tailback.app.finance.lines.UsageLine;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sum of a statement's lines in one currency; reversals count as less. */
@Serdeable
public record StatementSum(String currency, long lines, long units, BigDecimal amount) {

    public static List<StatementSum> of(List<UsageLine> lines) {
        List<StatementSum> sums = new ArrayList<>();
        lines.stream()
                .collect(Collectors.groupingBy(UsageLine::currency, TreeMap::new, Collectors.toList()))
                .forEach((currency, some) -> sums.add(sum(currency, some)));
        return List.copyOf(sums);
    }

    private static StatementSum sum(String currency, List<UsageLine> lines) {
        return new StatementSum(
                currency,
                lines.size(),
                lines.stream().mapToLong(UsageLine::units).sum(),
                lines.stream().map(UsageLine::amount).reduce(Money.nothing(currency), BigDecimal::add));
    }
}
