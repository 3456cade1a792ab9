package dev.tailback.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads limits from the environment one by one; what is wrong with one is kept as a sentence that names it. */
final class LimitVariables {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(ms|s|m|h)");
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final UnaryOperator<String> environment;
    private final List<String> complaints = new ArrayList<>();

    LimitVariables(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    List<String> complaints() {
        return complaints;
    }

    int count(String name, int standard, int least, int most) {
        String text = text(name);
        if (text.isEmpty()) {
            return standard;
        }
        int count = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (count < least || count > most) {
            complaints.add(name + " is '" + text + "': set it to a number from " + least + " to " + most);
            return standard;
        }
        return count;
    }

    Duration duration(String name, Duration standard) {
        String text = text(name);
        if (text.isEmpty()) {
            return standard;
        }
        Matcher matcher = DURATION.matcher(text);
        Duration duration =
                matcher.matches() ? duration(Long.parseLong(matcher.group(1)), matcher.group(2)) : Duration.ZERO;
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            complaints.add(name + " is '" + text + "': write 100 ms to 1 h, as 250ms, 90s, 15m or 1h");
            return standard;
        }
        return duration;
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private String text(String name) {
        String value = environment.apply(name);
        return value == null ? "" : value.strip();
    }
}
