package dev.tailback.hub.simulation;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What one CRM is like.
 *
 * @param form in which it stores a value
 * @param tellsStored whether its answer to a write says what it stored
 * @param skew of its clock
 * @param mostWrites in one call
 * @param isBlind whether its connector writes without a look at what it replaces
 */
public record Habits(UnaryOperator<String> form, boolean tellsStored, Duration skew, int mostWrites, boolean isBlind) {

    /** Stores what it gets, tells so, and has the right time. */
    public static final Habits GOOD = new Habits(value -> value, true, Duration.ZERO, 100, false);

    public Habits inForm(UnaryOperator<String> other) {
        return new Habits(other, tellsStored, skew, mostWrites, isBlind);
    }

    /** Does not say what it stored. */
    public Habits silent() {
        return new Habits(form, false, skew, mostWrites, isBlind);
    }

    public Habits skewed(Duration other) {
        return new Habits(form, tellsStored, other, mostWrites, isBlind);
    }

    public Habits writing(int most) {
        return new Habits(form, tellsStored, skew, most, isBlind);
    }

    /** Writes without a look at what it replaces. */
    public Habits blind() {
        return new Habits(form, tellsStored, skew, mostWrites, true);
    }
}
