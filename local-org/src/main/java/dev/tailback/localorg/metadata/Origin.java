package dev.tailback.localorg.metadata;

import java.util.List;
import java.util.Optional;

/** Where the value of a field comes from. */
public sealed interface Origin {

    /** A person or a program enters it; the formula fills a row that is created without it. */
    record Entered(Optional<String> initialFormula) implements Origin {}

    /** Computed at every read. */
    record Formula(String text, boolean blanksAsZero) implements Origin {}

    /** Kept on the master from its details, in the transaction that changes them. */
    record RollUp(
            RollUpOperation operation, String detail, String masterField, Optional<String> summed, List<Filter> filters)
            implements Origin {}

    /** One comparison of a roll-up's filter; all must hold. */
    record Filter(String field, FilterOperator operator, List<String> values) {}

    /** Numbered by the org, such as {@code U-{00000}}. */
    record AutoNumber(String format, int first) implements Origin {}

    /** Kept by the org itself: ids, audit fields, life cycle codes. */
    record SystemKept() implements Origin {}

    /** What a roll-up does with its details. */
    enum RollUpOperation {
        COUNT,
        SUM,
        MIN,
        MAX
    }

    /** The comparisons roll-up filters know. */
    enum FilterOperator {
        EQUALS,
        NOT_EQUAL,
        LESS_THAN,
        GREATER_THAN,
        LESS_OR_EQUAL,
        GREATER_OR_EQUAL,
        CONTAINS,
        NOT_CONTAIN,
        STARTS_WITH
    }
}
