package dev.tailback.hub.entity;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a record holds for an attribute. That a person emptied it says something; that it was never filled does not. */
public sealed interface Held {

    /** One answer for each alternative. */
    <R> R fold(Function<String, R> filled, Supplier<R> emptied, Supplier<R> neverFilled);

    /** Text, already clean, never empty. */
    record Filled(String value) implements Held {

        public Filled {
            if (value.isBlank()) {
                throw new IllegalArgumentException("an empty value is no value: use Emptied or NeverFilled");
            }
        }

        @Override
        public <R> R fold(Function<String, R> filled, Supplier<R> emptied, Supplier<R> neverFilled) {
            return filled.apply(value);
        }
    }

    /** There was a value, and a person took it away. */
    record Emptied() implements Held {

        @Override
        public <R> R fold(Function<String, R> filled, Supplier<R> emptied, Supplier<R> neverFilled) {
            return emptied.get();
        }
    }

    record NeverFilled() implements Held {

        @Override
        public <R> R fold(Function<String, R> filled, Supplier<R> emptied, Supplier<R> neverFilled) {
            return neverFilled.get();
        }
    }

    static Held value(String value) {
        return new Filled(value);
    }

    static Held emptied() {
        return new Emptied();
    }

    static Held neverFilled() {
        return new NeverFilled();
    }

    /** Not there if it is empty, for whichever reason. */
    default Optional<String> text() {
        return fold(Optional::of, Optional::empty, Optional::empty);
    }
}
