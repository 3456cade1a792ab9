package dev.tailback.localorg.formula;

/** A piece of a formula's text; {@code at} counts characters from 0. */
record Token(Kind kind, String text, int at) {
    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
