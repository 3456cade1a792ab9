package dev.tailback.app.input;

import java.util.List;
import java.util.Map;

/** JSON as it came. A number is still its digits: nothing was rounded, and nothing grew to the size its exponent names. */
public sealed interface Json {

    /** A text. */
    record Text(String value) implements Json {}

    /** A number as it was written. */
    record Digits(String value) implements Json {}

    /** True or false. */
    record Flag(boolean value) implements Json {}

    /** {@code null}. */
    record Nothing() implements Json {}

    /** A list. */
    record Items(List<Json> values) implements Json {}

    /** An object; each name once, in the order they came. */
    record Fields(Map<String, Json> values) implements Json {}
}
