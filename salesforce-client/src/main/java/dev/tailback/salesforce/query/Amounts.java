package dev.tailback.salesforce.query;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as Salesforce sends them ({@code 10.0}, {@code 1.0E7}), exact and without the decimals that say nothing. */
final class Amounts {

    /** Salesforce keeps 18 digits; a formula may show some more. */
    private static final int MOST_DIGITS = 40;

    private Amounts() {}

    /** Empty when it has more digits, before or behind the point, than any number of Salesforce's. */
    static Optional<BigDecimal> plain(BigDecimal number) {
        if (number.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        long before = (long) number.precision() - number.scale();
        if (number.precision() > MOST_DIGITS || Math.abs(before) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            return Optional.empty();
        }
        BigDecimal plain = number.stripTrailingZeros();
        return Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
