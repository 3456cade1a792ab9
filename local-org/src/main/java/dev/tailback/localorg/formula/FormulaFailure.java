package dev.tailback.localorg.formula;

/** A formula that has no value for this row, such as a division by zero: a formula field then reads as blank. */
public final class FormulaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FormulaFailure(String problem) {
        super(problem, null, false, false);
    }
}
