package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How formulas compare. Blank text equals empty text. A blank number, date or time equals only blank, and is neither
 * less nor greater than anything.
 */
final class Comparison {

    private Comparison() {}

    static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null || isBlank(left) || isBlank(right)) {
            return isBlank(left) && isBlank(right);
        }
        if (left instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) right) == 0;
        }
        return left.equals(right);
    }

    static boolean isBlank(@Nullable Object value) {
        return value == null || value instanceof String text && text.isEmpty();
    }

    /** Empty when one side is blank. */
    @SuppressWarnings("unchecked") // both sides were checked to have one type when the formula was compiled
    static OptionalInt order(@Nullable Object left, @Nullable Object right) {
        return left == null || right == null
                ? OptionalInt.empty()
                : OptionalInt.of(((Comparable<Object>) left).compareTo(right));
    }
}
