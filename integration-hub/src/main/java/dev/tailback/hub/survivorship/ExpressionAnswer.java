package dev.tailback.hub.survivorship;

import java.util.function.Function;

/** What came of an expression: a value, or none with the reason. */
sealed interface ExpressionAnswer {

    <R> R fold(Function<String, R> value, Function<Reason, R> none);

    record Value(String value) implements ExpressionAnswer {
        @Override
        public <R> R fold(Function<String, R> value, Function<Reason, R> none) {
            return value.apply(this.value);
        }
    }

    record None(Reason reason) implements ExpressionAnswer {
        @Override
        public <R> R fold(Function<String, R> value, Function<Reason, R> none) {
            return none.apply(reason);
        }
    }
}
