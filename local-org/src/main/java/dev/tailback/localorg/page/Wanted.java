package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Criterion;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Whether a value is what a criterion asks for. Text is compared in any case; a blank meets only "not". */
record Wanted(Field field, Criterion criterion) {

    boolean by(Object value) {
        return switch (criterion.operation()) {
            case EQUALS -> equalsOne(value);
            case NOT_EQUAL -> !equalsOne(value);
            case LESS_THAN -> compared(value, order -> order < 0);
            case GREATER_THAN -> compared(value, order -> order > 0);
            case LESS_OR_EQUAL -> compared(value, order -> order <= 0);
            case GREATER_OR_EQUAL -> compared(value, order -> order >= 0);
            case CONTAINS -> says(value, word -> lower(value).contains(word));
            case NOT_CONTAIN -> !says(value, word -> lower(value).contains(word));
            case STARTS_WITH -> says(value, word -> lower(value).startsWith(word));
        };
    }

    private boolean equalsOne(Object value) {
        return Arrays.stream(criterion.value().split(",", -1)).anyMatch(one -> equal(value, one.strip()));
    }

    private boolean equal(Object value, String wanted) {
        if (field.type() == FieldType.BOOLEAN) {
            return Boolean.TRUE.equals(value) == (wanted.equals("1") || wanted.equalsIgnoreCase("true"));
        }
        if (value instanceof BigDecimal number) {
            return number.compareTo(new BigDecimal(wanted)) == 0;
        }
        return value == null ? wanted.isEmpty() : value.toString().equalsIgnoreCase(wanted);
    }

    /** Dates and times compare as text, because both are written year first. */
    private boolean compared(Object value, IntPredicate order) {
        if (value == null) {
            return false;
        }
        return order.test(
                value instanceof BigDecimal number
                        ? number.compareTo(new BigDecimal(criterion.value()))
                        : value.toString().compareTo(criterion.value()));
    }

    private boolean says(Object value, Predicate<String> word) {
        return value != null
                && Arrays.stream(criterion.value().split(","))
                        .map(one -> one.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(word);
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
