package dev.tailback.localcrms.hubspot.search;

import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.Property;
import java.util.List;
import java.util.Optional;

/**
 * One filter of a search.
 *
 * @param operands what it compares with; as many as the operator takes
 * @param text the operand as it was given, for words
 * @param findsEmpty whether "is not" holds for a record without a value
 */
record Condition(Property property, Operator operator, List<Key> operands, String text, boolean findsEmpty) {

    boolean holds(CrmRecord record) {
        return switch (operator) {
            case HAS_PROPERTY -> record.value(property.name()).isPresent();
            case NOT_HAS_PROPERTY -> record.value(property.name()).isEmpty();
            case CONTAINS_TOKEN -> containsToken(record);
            case NOT_CONTAINS_TOKEN -> !containsToken(record);
            case EQ, NEQ, LT, LTE, GT, GTE, BETWEEN, IN, NOT_IN -> compares(record);
        };
    }

    private boolean containsToken(CrmRecord record) {
        return record.value(property.name())
                .filter(value -> Tokens.holds(value, text))
                .isPresent();
    }

    private boolean compares(CrmRecord record) {
        Optional<Key> key = Key.of(property, record);
        boolean negative = operator == Operator.NEQ || operator == Operator.NOT_IN;
        return key.isEmpty() ? negative && findsEmpty : compares(key.get());
    }

    private boolean compares(Key key) {
        int order = key.compareTo(operands.get(0));
        return switch (operator) {
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
            case BETWEEN -> order >= 0 && key.compareTo(operands.get(1)) <= 0;
            case EQ, IN -> operands.stream().anyMatch(key::isSame);
            case NEQ, NOT_IN -> operands.stream().noneMatch(key::isSame);
            case HAS_PROPERTY, NOT_HAS_PROPERTY, CONTAINS_TOKEN, NOT_CONTAINS_TOKEN -> false;
        };
    }

    /** The lowest id a record can have that it holds for. */
    long lowestId() {
        boolean above = operator == Operator.GT || operator == Operator.GTE;
        return above && property.name().equals("hs_object_id")
                ? operands.get(0).number().longValue()
                : 0;
    }
}
