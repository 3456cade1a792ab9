package dev.tailback.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment's variables, read one by one; whatever is wrong with one is kept as a sentence that names it. */
final class Variables {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");

    private final Map<String, String> values;
    private final List<String> complaints = new ArrayList<>();

    Variables(Map<String, String> values) {
        this.values = values;
    }

    List<String> complaints() {
        return complaints;
    }

    /** Null if there is none: for those who check it themselves. */
    String raw(String name) {
        return values.get(name);
    }

    /** Empty if what is read complains, in a sentence that names its variable. */
    <T> Optional<T> checked(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException complaint) {
            complaints.add(complaint.getMessage());
            return Optional.empty();
        }
    }

    /** The settings with the variable's value in them; as they were if it is not set or not usable. */
    <S> S changed(String name, S settings, Function<String, S> change) {
        String value = values.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return settings;
        }
        try {
            return change.apply(value);
        } catch (NumberFormatException notANumber) {
            complaints.add(name + " is '" + value + "': set it to a number");
        } catch (IllegalArgumentException complaint) {
            complaints.add(name + " " + complaint.getMessage());
        }
        return settings;
    }

    static Duration duration(String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches()) {
            throw new IllegalArgumentException("is '" + text + "': write it as 90s, 15m, 2h or 250ms");
        }
        long amount = Long.parseLong(duration.group(1));
        return switch (duration.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
