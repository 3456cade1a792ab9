package dev.tailback.localorg.formula;

/** A formula that cannot be compiled; the message says what is wrong and, where it helps, at which character. */
public final class FormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean leftOut;

    FormulaException(String problem) {
        super(problem);
        leftOut = false;
    }

    FormulaException(String problem, int at) {
        this(problem, at, false);
    }

    private FormulaException(String problem, int at, boolean leftOut) {
        super(problem + " (at character " + (at + 1) + ")");
        this.leftOut = leftOut;
    }

    /** What Salesforce takes and this org does not execute: it costs the formula, and nothing else. */
    static FormulaException leftOut(String problem, int at) {
        return new FormulaException(problem, at, true);
    }

    boolean isLeftOut() {
        return leftOut;
    }
}
