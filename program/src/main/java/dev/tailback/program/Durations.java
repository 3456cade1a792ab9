package dev.tailback.program;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 90s}, {@code 15m}, {@code 2h}, {@code 7d} or {@code PT2H}. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

    private Durations() {}

    /** @throws IllegalArgumentException with the rest of a sentence that begins with the value's name */
    public static Duration parse(String text) {
        Matcher written = SHORT.matcher(text);
        return written.matches() ? of(Long.parseLong(written.group(1)), written.group(2)) : parseIso(text);
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Duration parseIso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("is '" + text + "': write it as 250ms, 90s, 15m or 2h", unreadable);
        }
    }
}
