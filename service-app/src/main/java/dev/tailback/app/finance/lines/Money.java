package dev.tailback.app.finance.lines;

import dev.tailback.web.texts.IsoCurrency;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts are exact: units times the price Salesforce holds, each line rounded half up to the minor units of its
 * currency (two decimals of a euro, none of a yen). Sums add the rounded lines, so that they are what the lines show.
 */
public final class Money {

    /** The rule as it stands in statements. */
    public static final String ROUNDING =
            "units x unit price, each line rounded half up to the minor units of its currency; sums add rounded lines";

    private Money() {}

    public static BigDecimal amount(long units, BigDecimal unitPrice, String currency) {
        return BigDecimal.valueOf(units)
                .multiply(unitPrice)
                .setScale(IsoCurrency.decimals(currency), RoundingMode.HALF_UP);
    }

    /** Zero in this currency. */
    public static BigDecimal nothing(String currency) {
        return BigDecimal.ZERO.setScale(IsoCurrency.decimals(currency));
    }
}
