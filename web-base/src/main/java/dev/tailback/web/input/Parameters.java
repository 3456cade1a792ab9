package dev.tailback.web.input;

import java.util.Optional;
import java.util.OptionalInt;

/** The parameters behind the question mark of an address, for a route that takes many. */
public final class Parameters {

    private final java.util.function.Function<String, Optional<String>> given;

    Parameters(java.util.function.Function<String, Optional<String>> given) {
        this.given = given;
    }

    /** A text of one line, without the spaces around it; empty when it is not given. */
    public String line(String name, int longest) {
        return TextRule.line(longest)
                .checked(name, given.apply(name).orElse(""))
                .strip();
    }

    /** A whole number from 0 to {@code most}; 0 when it is not given. */
    public int count(String name, int most) {
        WholeNumber range = new WholeNumber(0, most);
        String digits = line(name, 20);
        OptionalInt number = digits.isEmpty() ? OptionalInt.of(0) : range.in(digits);
        return number.orElseThrow(() -> Invalid.because(name, range.objection()));
    }
}
