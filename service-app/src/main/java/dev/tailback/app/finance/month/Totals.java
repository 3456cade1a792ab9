package dev.tailback.app.finance.month;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.finance.lines.Money;
import dev.tailback.app.finance.lines.UsageLine;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sums of lines. Currencies are never added to each other.
 *
 * @param currencies by code
 * @param products each contract product, in the order of the lines
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Totals(List<OfCurrency> currencies, List<OfProduct> products) {

    /**
     * @param overUnits units beyond what was sold; they are in {@code units} too
     * @param overAmount what those cost; it is in {@code amount} too
     */
    @Serdeable
    public record OfCurrency(
            String currency, long lines, long units, BigDecimal amount, long overUnits, BigDecimal overAmount) {}

    /** @param unitsSold what was sold of it; {@code overUnits} and {@code overAmount} as in {@link OfCurrency} */
    @Serdeable
    public record OfProduct(
            String contractId,
            String contractNumber,
            String customer,
            String contractProductId,
            String product,
            String currency,
            BigDecimal unitsSold,
            long lines,
            long units,
            BigDecimal amount,
            long overUnits,
            BigDecimal overAmount) {}

    public static Totals of(LockedMonth month) {
        return of(month.lines(), month.sold());
    }

    static Totals of(List<UsageLine> lines, Map<String, BigDecimal> sold) {
        List<OfProduct> products = new ArrayList<>();
        lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.contractProductId() + line.currency(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(some -> products.add(
                        product(some, sold.getOrDefault(some.get(0).contractProductId(), BigDecimal.ZERO))));
        Map<String, List<OfProduct>> byCurrency = products.stream()
                .collect(Collectors.groupingBy(OfProduct::currency, TreeMap::new, Collectors.toList()));
        List<OfCurrency> currencies = new ArrayList<>();
        byCurrency.forEach((currency, some) -> currencies.add(currency(currency, some)));
        return new Totals(List.copyOf(currencies), List.copyOf(products));
    }

    private static OfProduct product(List<UsageLine> lines, BigDecimal sold) {
        UsageLine first = lines.get(0);
        long units = lines.stream().mapToLong(UsageLine::units).sum();
        long over = Math.max(0, units - sold.longValue());
        return new OfProduct(
                first.contractId(),
                first.contractNumber(),
                first.customer(),
                first.contractProductId(),
                first.product(),
                first.currency(),
                sold,
                lines.size(),
                units,
                sum(first.currency(), lines.stream().map(UsageLine::amount).toList()),
                over,
                Money.amount(over, first.unitPrice(), first.currency()));
    }

    private static OfCurrency currency(String currency, List<OfProduct> products) {
        return new OfCurrency(
                currency,
                products.stream().mapToLong(OfProduct::lines).sum(),
                products.stream().mapToLong(OfProduct::units).sum(),
                sum(currency, products.stream().map(OfProduct::amount).toList()),
                products.stream().mapToLong(OfProduct::overUnits).sum(),
                sum(currency, products.stream().map(OfProduct::overAmount).toList()));
    }

    private static BigDecimal sum(String currency, List<BigDecimal> amounts) {
        return amounts.stream().reduce(Money.nothing(currency), BigDecimal::add);
    }
}
