package dev.tailback.localorg.soql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value to compare with: one value, or the span of a date literal, whose end does not belong to it. */
sealed interface Literal {

    /** Whether a row's value compares to this one as the operator asks. */
    boolean compares(@Nullable Object value, String operator, boolean caseMatters);

    /** The one value by which an index can look rows up; empty if there is none. */
    Optional<Object> key();

    record Exact(@Nullable Object value) implements Literal {
        @Override
        public boolean compares(@Nullable Object given, String operator, boolean caseMatters) {
            return Comparing.exact(given, operator, value, caseMatters);
        }

        @Override
        public Optional<Object> key() {
            return Optional.ofNullable(value);
        }
    }

    record Span(Object start, Object end) implements Literal {
        @Override
        public boolean compares(@Nullable Object given, String operator, boolean caseMatters) {
            return Comparing.within(given, operator, this);
        }

        @Override
        public Optional<Object> key() {
            return Optional.empty();
        }
    }
}
