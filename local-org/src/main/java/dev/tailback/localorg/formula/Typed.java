package dev.tailback.localorg.formula;

/** A compiled part of a formula with its type. */
record Typed(ValueType type, Expression expression) {

    static Typed text(Expression expression) {
        return new Typed(ValueType.TEXT, expression);
    }

    static Typed number(Expression expression) {
        return new Typed(ValueType.NUMBER, expression);
    }

    static Typed truth(Expression expression) {
        return new Typed(ValueType.BOOLEAN, expression);
    }

    static Typed date(Expression expression) {
        return new Typed(ValueType.DATE, expression);
    }
}
