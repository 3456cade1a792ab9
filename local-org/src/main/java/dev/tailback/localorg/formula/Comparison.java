package dev.tailback.localorg.formula;

import java.math.BigDecimal;

/**
 * How formulas compare. Blank text equals empty text. A blank number, date or time equals only blank, and is neither
 * less nor greater than anything.
 */
final class Comparison {

    private Comparison() {}

    static boolean equal(Object left, Object right) {
        if (isBlank(left) || isBlank(right)) {
            return isBlank(left) && isBlank(right);
        }
        if (left instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) right) == 0;
        }
        return left.equals(right);
    }

    static boolean isBlank(Object value) {
        return value == null || value instanceof String text && text.isEmpty();
    }

    /** Null when one side is blank. */
    @SuppressWarnings("unchecked") // both sides were checked to have one type when the formula was compiled
    static Integer order(Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        return ((Comparable<Object>) left).compareTo(right);
    }
}
