package dev.tailback.localorg.soql;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How SOQL orders and equates values; text without regard to case. */
final class Values {

    private Values() {}

    @SuppressWarnings("unchecked") // both sides come from one field or were bound to its type
    static int order(Object one, Object other) {
        if (one instanceof String text) {
            return text.compareToIgnoreCase((String) other);
        }
        return ((Comparable<Object>) one).compareTo(other);
    }

    static boolean equal(@Nullable Object one, @Nullable Object other, boolean caseMatters) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other) == 0;
        }
        return one instanceof String text && !caseMatters ? text.equalsIgnoreCase((String) other) : one.equals(other);
    }

    /** The same for all values that are equal when the case of letters does not matter. */
    static @Nullable Object folded(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }
}
