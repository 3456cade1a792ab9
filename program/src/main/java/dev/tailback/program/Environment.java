package dev.tailback.program;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the environment value by value and keeps a complaint for each one that is missing or malformed, so that a
 * person sees all of them at once. After the last value, {@link #refuse} ends the start if there is a complaint.
 */
public final class Environment {
    private final Map<String, String> values;
    private final List<String> complaints = new ArrayList<>();

    private Environment(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public static Environment of(Map<String, String> values) {
        return new Environment(values);
    }

    /** The value without spaces around it; empty if it is not set or blank. */
    public String text(Variable variable) {
        return values.getOrDefault(variable.name(), "").strip();
    }

    public Optional<String> given(Variable variable) {
        return Optional.of(text(variable)).filter(text -> !text.isEmpty());
    }

    /** @param whatToDo such as "set it to the user's password" */
    public Optional<String> required(Variable variable, String whatToDo) {
        Optional<String> value = given(variable);
        if (value.isEmpty()) {
            complain(variable + " is not set: " + whatToDo);
        }
        return value;
    }

    /** A whole number; the standard where none is given or the one given cannot be used. */
    public int count(Variable variable, int standard, int least, int most) {
        return changed(variable, standard, text -> {
            int count = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
            if (count < least || count > most) {
                throw new IllegalArgumentException(
                        "is '" + text + "': set it to a number from " + least + " to " + most);
            }
            return count;
        });
    }

    public Duration duration(Variable variable, Duration standard, Duration shortest, Duration longest) {
        return changed(variable, standard, text -> {
            Duration duration = Durations.parse(text);
            if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0) {
                throw new IllegalArgumentException("is '" + text + "': set it to " + shown(shortest) + " to "
                        + shown(longest) + ", written as 250ms, 90s, 15m or 2h");
            }
            return duration;
        });
    }

    public boolean flag(Variable variable, boolean standard) {
        return changed(variable, standard, text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("is '" + text + "': set it to true or false");
            }
            return text.equals("true");
        });
    }

    /** Complains of the value if what reads it refuses it in a sentence that names it. */
    public <T> Optional<T> checked(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException refused) {
            complain(String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * The settings with the value in them; as they were if it is not given or refused.
     *
     * @param change refuses a value by an exception whose message is the rest of a sentence that begins with its name
     */
    public <S> S changed(Variable variable, S settings, Function<String, S> change) {
        String text = text(variable);
        if (text.isEmpty()) {
            return settings;
        }
        try {
            return change.apply(text);
        } catch (NumberFormatException notANumber) {
            complain(variable + " is '" + text + "': set it to a number");
        } catch (IllegalArgumentException refused) {
            complain(variable + " " + refused.getMessage());
        }
        return settings;
    }

    /**
     * For a framework that binds values itself: checks that each given value has its form, and gives all values with
     * every duration in the one form that such frameworks take.
     */
    public Map<String, String> inOneForm() {
        Map<String, String> same = new HashMap<>(values);
        for (Variable variable : Variable.values()) {
            switch (variable.form()) {
                case FLAG -> flag(variable, false);
                case COUNT -> count(variable, 0, 0, 999_999_999);
                case DURATION ->
                    changed(variable, "", text -> Durations.parse(text).toString())
                            .lines()
                            .forEach(iso -> same.put(variable.name(), iso));
                case TEXT -> {}
            }
        }
        return same;
    }

    public void complain(String complaint) {
        String sentence = complaint.endsWith(".") ? complaint : complaint + ".";
        if (!complaints.contains(sentence)) {
            complaints.add(sentence);
        }
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** @throws CannotStart with all complaints, if there is one */
    public void refuse() {
        if (!complaints.isEmpty()) {
            throw CannotStart.misconfigured(complaints);
        }
    }

    private static String shown(Duration duration) {
        if (duration.toMillis() % 1_000 != 0) {
            return duration.toMillis() + "ms";
        }
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }
}
