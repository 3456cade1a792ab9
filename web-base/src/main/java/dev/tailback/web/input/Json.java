package dev.tailback.web.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as it came. A number is still its digits: nothing was rounded, and nothing grew to the size its exponent names.
 * A reader asks for the one type that it takes; every other type is wrong there.
 */
public sealed interface Json {

    /** Whether it is {@code null}. */
    default boolean isNothing() {
        return false;
    }

    /** The text; empty when it is of another type. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The number as it was written; empty when it is of another type. */
    default Optional<String> digits() {
        return Optional.empty();
    }

    /** True or false; empty when it is of another type. */
    default Optional<Boolean> flag() {
        return Optional.empty();
    }

    /** The list; empty when it is of another type. */
    default Optional<List<Json>> items() {
        return Optional.empty();
    }

    /** The object; empty when it is of another type. */
    default Optional<Fields> fields() {
        return Optional.empty();
    }

    /** A text. */
    record Text(String value) implements Json {

        @Override
        public Optional<String> text() {
            return Optional.of(value);
        }
    }

    /** A number as it was written. */
    record Digits(String value) implements Json {

        @Override
        public Optional<String> digits() {
            return Optional.of(value);
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Json {

        @Override
        public Optional<Boolean> flag() {
            return Optional.of(value);
        }
    }

    /** {@code null}. */
    record Nothing() implements Json {

        @Override
        public boolean isNothing() {
            return true;
        }
    }

    /** A list. */
    record Items(List<Json> values) implements Json {

        @Override
        public Optional<List<Json>> items() {
            return Optional.of(values);
        }
    }

    /** An object; each name once, in the order they came. */
    record Fields(Map<String, Json> values) implements Json {

        @Override
        public Optional<Fields> fields() {
            return Optional.of(this);
        }
    }
}
