package dev.tailback.web.input;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A whole number in a range. {@code 2.0} is one; {@code 1e100000000} is refused by its exponent, before anybody writes
 * its digits out.
 *
 * @param from the least
 * @param to the greatest
 */
public record WholeNumber(int from, int to) {

    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 10;

    OptionalInt in(String digits) {
        if (digits.length() > LONGEST) {
            return OptionalInt.empty();
        }
        try {
            BigDecimal number = new BigDecimal(digits);
            boolean small = (long) number.precision() - number.scale() <= MOST_DIGITS;
            return small && number.stripTrailingZeros().scale() <= 0 && isInRange(number)
                    ? OptionalInt.of(number.intValueExact())
                    : OptionalInt.empty();
        } catch (NumberFormatException beyondAnyNumber) {
            return OptionalInt.empty();
        }
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} when the text is no such number */
    public int required(String field, String digits) {
        return in(digits).orElseThrow(() -> Invalid.because(field, objection()));
    }

    private boolean isInRange(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(from)) >= 0 && number.compareTo(BigDecimal.valueOf(to)) <= 0;
    }

    String objection() {
        return String.format(Locale.ENGLISH, "must be a whole number from %,d to %,d", from, to);
    }
}
