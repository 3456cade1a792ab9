package dev.tailback.app.finance.lines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * Amounts are exact: units times the price Salesforce holds, each line rounded half up to the minor units of its
 * currency (two decimals of a euro, none of a yen). Sums add the rounded lines, so that they are what the lines show.
 */
public final class Money {

    /** The rule as it stands in statements. */
    public static final String ROUNDING =
            "units x unit price, each line rounded half up to the minor units of its currency; sums add rounded lines";

    private static final int USUAL_DECIMALS = 2;

    private Money() {}

    public static BigDecimal amount(long units, BigDecimal unitPrice, String currency) {
        return BigDecimal.valueOf(units).multiply(unitPrice).setScale(decimals(currency), RoundingMode.HALF_UP);
    }

    /** Zero in this currency. */
    public static BigDecimal nothing(String currency) {
        return BigDecimal.ZERO.setScale(decimals(currency));
    }

    /** As ISO 4217 says; two for a code that has none, such as that of gold. */
    static int decimals(String currency) {
        return isKnown(currency) && Currency.getInstance(currency).getDefaultFractionDigits() >= 0
                ? Currency.getInstance(currency).getDefaultFractionDigits()
                : USUAL_DECIMALS;
    }

    /** Whether ISO 4217 has it. */
    public static boolean isKnown(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(currency));
    }
}
