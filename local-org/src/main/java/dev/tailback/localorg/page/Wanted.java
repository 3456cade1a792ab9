package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Criterion;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Whether a value is what a criterion asks for. Text is compared in any case; a blank meets only "not". */
record Wanted(Field field, Criterion criterion) {

    boolean by(@Nullable Object value) {
        return switch (criterion.operation()) {
            case EQUALS -> equalsOne(value);
            case NOT_EQUAL -> !equalsOne(value);
            case LESS_THAN -> compared(value, order -> order < 0);
            case GREATER_THAN -> compared(value, order -> order > 0);
            case LESS_OR_EQUAL -> compared(value, order -> order <= 0);
            case GREATER_OR_EQUAL -> compared(value, order -> order >= 0);
            case CONTAINS -> says(value, String::contains);
            case NOT_CONTAIN -> !says(value, String::contains);
            case STARTS_WITH -> says(value, String::startsWith);
        };
    }

    private boolean equalsOne(@Nullable Object value) {
        return Arrays.stream(criterion.value().split(",", -1)).anyMatch(one -> equal(value, one.strip()));
    }

    private boolean equal(@Nullable Object value, String wanted) {
        if (field.type() == FieldType.BOOLEAN) {
            return Boolean.TRUE.equals(value) == (wanted.equals("1") || wanted.equalsIgnoreCase("true"));
        }
        if (value instanceof BigDecimal number) {
            return number.compareTo(new BigDecimal(wanted)) == 0;
        }
        return value == null ? wanted.isEmpty() : value.toString().equalsIgnoreCase(wanted);
    }

    /** Dates and times compare as text, because both are written year first. */
    private boolean compared(@Nullable Object value, IntPredicate order) {
        if (value == null) {
            return false;
        }
        return order.test(
                value instanceof BigDecimal number
                        ? number.compareTo(new BigDecimal(criterion.value()))
                        : value.toString().compareTo(criterion.value()));
    }

    private boolean says(@Nullable Object value, BiPredicate<String, String> test) {
        if (value == null) {
            return false;
        }
        String text = value.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(criterion.value().split(","))
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .anyMatch(word -> test.test(text, word));
    }
}
