package dev.tailback.localorg.formula;

/** A formula that cannot be compiled; the message says what is wrong and, where it helps, at which character. */
public final class FormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean leftOut;

    FormulaException(String problem) {
        this(problem, false);
    }

    FormulaException(String problem, int at) {
        this(problem, at, false);
    }

    private FormulaException(String problem, int at, boolean leftOut) {
        this(problem + " (at character " + (at + 1) + ")", leftOut);
    }

    private FormulaException(String problem, boolean leftOut) {
        super(problem);
        this.leftOut = leftOut;
    }

    static FormulaException leftOut(String problem) {
        return new FormulaException(problem, true);
    }

    /** What Salesforce takes and this org does not execute: it costs the formula, and nothing else. */
    static FormulaException leftOut(String problem, int at) {
        return new FormulaException(problem, at, true);
    }

    boolean isLeftOut() {
        return leftOut;
    }
}
