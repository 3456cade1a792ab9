package dev.tailback.localorg.soql;

/** A value to compare with: one value, or the span of a date literal, whose end does not belong to it. */
sealed interface Literal {

    record Exact(Object value) implements Literal {}

    record Span(Object start, Object end) implements Literal {}
}
