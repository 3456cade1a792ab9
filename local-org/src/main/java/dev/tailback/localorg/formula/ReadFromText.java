package dev.tailback.localorg.formula;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;

/**
 * The part of a date and time that a function gives, read from such a value or from a text.
 *
 * @param result the type of the part
 * @param ofMoment takes it out of a date and time
 * @param ofText reads it from a text that is not empty
 * @param words of a text that is none, for people
 */
record ReadFromText<T>(ValueType result, Function<Instant, T> ofMoment, Function<String, T> ofText, String words) {

    Typed of(Arguments arguments) {
        Typed value = arguments.count(1, 1).any(0);
        if (value.type() != ValueType.TEXT && value.type() != ValueType.DATETIME) {
            throw arguments.wrong(
                    "takes text or a date and time, not " + value.type().words());
        }
        return new Typed(result, on -> {
            Object found = value.expression().evaluate(on);
            if (found instanceof Instant moment) {
                return ofMoment.apply(moment);
            }
            return found instanceof String text && !text.isEmpty() ? read(text) : null;
        });
    }

    private T read(String text) {
        try {
            return ofText.apply(text);
        } catch (DateTimeException e) {
            throw new FormulaFailure(words);
        }
    }
}
