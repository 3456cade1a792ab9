package dev.tailback.web.input;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;

/** The refusal of input: 400 {@code invalid}, with the field and what is wrong with it. */
public final class Invalid {

    private static final int LONGEST_NAME = 50;

    private Invalid() {}

    /** @param errors at least one */
    public static Problem because(List<Map<String, String>> errors) {
        Map<String, String> first = errors.get(0);
        String sentence = first.get("field") + " " + first.get("message") + ".";
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Nothing was done, because the input is not valid. " + sentence)
                .with("errors", List.copyOf(errors));
    }

    public static Problem because(String field, String message) {
        return because(List.of(error(field, message)));
    }

    static Map<String, String> error(String field, String message) {
        return Map.of("field", field, "message", message);
    }

    /** A name that came from outside, as it may stand in a sentence of ours. */
    static String named(String name) {
        String shown = name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "..."
                : name;
        return Characters.firstRefused(shown, false).isPresent() || !Characters.anyVisible(shown)
                ? "a field with an unusable name"
                : shown;
    }
}
