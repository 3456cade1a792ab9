package dev.tailback.app.suggestions.page;

import dev.tailback.mapping.Idea;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is chosen for an idea, as the form has it.
 *
 * @param choice {@code none}, {@code other}, or {@code is:} and a field
 * @param other a field that was typed; it counts where {@code other} is chosen
 */
public record Pick(String choice, String other) {

    static final String NONE = "none";
    static final String OTHER = "other";
    private static final String IS = "is:";

    static Pick is(String field) {
        return new Pick(IS + field, "");
    }

    static Pick nothing() {
        return new Pick(NONE, "");
    }

    /** Nothing is right, and something must be: the field is still to be typed. */
    static Pick open() {
        return new Pick(OTHER, "");
    }

    public boolean isNone() {
        return choice.equals(NONE);
    }

    public boolean isOther() {
        return choice.equals(OTHER);
    }

    public boolean is(Optional<String> field) {
        return field.map(name -> choice.equalsIgnoreCase(IS + name)).orElse(false);
    }

    /** One of those that were shown. */
    Optional<String> shown() {
        return choice.startsWith(IS) ? Optional.of(choice.substring(IS.length())) : Optional.empty();
    }

    /** @throws Problem 400 {@code invalid} when a field is typed and another one chosen: nobody guesses which is meant */
    Optional<String> field(Idea idea) {
        if (isOther()) {
            return Optional.of(other).filter(typed -> !typed.isEmpty());
        }
        if (!other.isEmpty()) {
            throw new Problem(
                            HttpStatus.BAD_REQUEST,
                            "invalid",
                            "Nothing was done: for " + idea.path() + " a field is typed, and something else is chosen.")
                    .with("errors", List.of(Map.of("field", idea.path(), "message", "is chosen twice")))
                    .says("suggestions.two-picks", idea.path(), other);
        }
        return shown();
    }
}
