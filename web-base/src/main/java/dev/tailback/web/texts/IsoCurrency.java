package dev.tailback.web.texts;

import java.util.Currency;

/** What ISO 4217 says about a code. */
public final class IsoCurrency {

    private static final int USUAL_DECIMALS = 2;

    private IsoCurrency() {}

    /** Digits of the minor unit: two of a euro, none of a yen; two for a code that has none, such as that of gold. */
    public static int decimals(String code) {
        return isKnown(code) && Currency.getInstance(code).getDefaultFractionDigits() >= 0
                ? Currency.getInstance(code).getDefaultFractionDigits()
                : USUAL_DECIMALS;
    }

    public static boolean isKnown(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code));
    }
}
