package dev.tailback.localorg.formula;

import org.jspecify.annotations.Nullable;

/** A compiled formula. */
@FunctionalInterface
public interface Expression {
    /**
     * The value; null is blank, as everywhere in this org.
     *
     * @throws FormulaFailure when it has no value for this row
     */
    @Nullable
    Object evaluate(Evaluation on);

    /** A blank condition counts as not true, as in Salesforce. */
    default boolean holds(Evaluation on) {
        return Boolean.TRUE.equals(evaluate(on));
    }
}
