package dev.tailback.localorg.save;

import dev.tailback.localorg.formula.Evaluation;
import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Origin;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.rows.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A roll-up field, ready to say what one detail contributes to it. */
final class RollUpField {

    private final Field target;
    private final Origin.RollUp rollUp;
    private final Field masterField;
    private final Optional<Field> summed;
    private final List<FilterTest> filters;
    private final Formulas formulas;

    private record FilterTest(Field field, Origin.FilterOperator operator, List<String> values) {}

    RollUpField(Field target, Schema schema, Formulas formulas) {
        this.target = target;
        this.rollUp = (Origin.RollUp) target.origin();
        this.formulas = formulas;
        ObjectType detail = schema.known(rollUp.detail());
        this.masterField = detail.field(rollUp.masterField()).orElseThrow();
        this.summed = rollUp.summed().flatMap(detail::field);
        this.filters = rollUp.filters().stream()
                .map(filter ->
                        new FilterTest(detail.field(filter.field()).orElseThrow(), filter.operator(), filter.values()))
                .toList();
    }

    Field target() {
        return target;
    }

    Origin.RollUpOperation operation() {
        return rollUp.operation();
    }

    Field masterField() {
        return masterField;
    }

    /** The master a detail counts for; empty when it has none. */
    Optional<String> master(Row detail) {
        return Optional.ofNullable((String) detail.value(masterField.index()));
    }

    boolean counts(Row detail, Moment moment) {
        if (detail.isDeleted()) {
            return false;
        }
        for (FilterTest filter : filters) {
            if (!holds(filter, value(filter.field(), detail, moment))) {
                return false;
            }
        }
        return true;
    }

    /** What is counted, summed or compared; for COUNT always one; null is blank. */
    @Nullable
    Object contribution(Row detail, Moment moment) {
        return summed.isEmpty() ? BigDecimal.ONE : value(summed.get(), detail, moment);
    }

    /** The value that all details of a master make together; null is blank. */
    @Nullable
    Object ofAll(List<Row> details, Moment moment) {
        Object result = operation() == Origin.RollUpOperation.COUNT || operation() == Origin.RollUpOperation.SUM
                ? BigDecimal.ZERO.setScale(target.size().scale())
                : null;
        for (Row detail : details) {
            if (counts(detail, moment)) {
                result = with(result, contribution(detail, moment));
            }
        }
        return result;
    }

    private @Nullable Object with(@Nullable Object sofar, @Nullable Object amount) {
        return switch (operation()) {
            case COUNT, SUM -> amount == null || sofar == null ? sofar : ((BigDecimal) sofar).add((BigDecimal) amount);
            case MIN, MAX -> better(sofar, amount);
        };
    }

    /** Of two values the one that a MIN or MAX keeps; null is blank. */
    @SuppressWarnings("unchecked") // both are values of one field
    @Nullable
    Object better(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int order = ((Comparable<Object>) one).compareTo(other);
        boolean keep = operation() == Origin.RollUpOperation.MIN ? order <= 0 : order >= 0;
        return keep ? one : other;
    }

    private @Nullable Object value(Field field, Row detail, Moment moment) {
        if (!field.isFormula()) {
            return detail.value(field.index());
        }
        Evaluation evaluation = moment.evaluation(detail, Optional.of(detail));
        return formulas.value(field, evaluation);
    }

    private static boolean holds(FilterTest filter, @Nullable Object value) {
        return switch (filter.operator()) {
            case EQUALS -> filter.values().stream().anyMatch(wanted -> order(value, wanted) == 0);
            case NOT_EQUAL -> filter.values().stream().noneMatch(wanted -> order(value, wanted) == 0);
            case LESS_THAN -> value != null && order(value, filter.values().get(0)) < 0;
            case GREATER_THAN -> value != null && order(value, filter.values().get(0)) > 0;
            case LESS_OR_EQUAL -> value != null && order(value, filter.values().get(0)) <= 0;
            case GREATER_OR_EQUAL ->
                value != null && order(value, filter.values().get(0)) >= 0;
            case CONTAINS ->
                filter.values().stream().anyMatch(wanted -> lower(value).contains(lower(wanted)));
            case NOT_CONTAIN ->
                filter.values().stream().noneMatch(wanted -> lower(value).contains(lower(wanted)));
            case STARTS_WITH ->
                filter.values().stream().anyMatch(wanted -> lower(value).startsWith(lower(wanted)));
        };
    }

    private static String lower(@Nullable Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }

    private static int order(@Nullable Object value, String wanted) {
        if (value instanceof BigDecimal number) {
            return number.compareTo(new BigDecimal(wanted.isEmpty() ? "0" : wanted));
        }
        return lower(value).compareTo(lower(wanted.equals("1") && value instanceof Boolean ? "true" : wanted));
    }
}
