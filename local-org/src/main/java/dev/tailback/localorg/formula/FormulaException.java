package dev.tailback.localorg.formula;

/** A formula that cannot be compiled; the message says what is wrong and, where it helps, at which character. */
public final class FormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FormulaException(String problem) {
        super(problem);
    }

    FormulaException(String problem, int at) {
        super(problem + " (at character " + (at + 1) + ")");
    }
}
