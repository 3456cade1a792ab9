package dev.tailback.localorg.formula;

/** A compiled formula. */
@FunctionalInterface
public interface Expression {
    /**
     * @throws FormulaFailure when it has no value for this row
     */
    Object evaluate(Evaluation on);

    /** A blank condition counts as not true, as in Salesforce. */
    default boolean holds(Evaluation on) {
        return Boolean.TRUE.equals(evaluate(on));
    }
}
