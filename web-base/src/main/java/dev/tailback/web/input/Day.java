package dev.tailback.web.input;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as ISO 8601 and the date fields of browsers write it, such as {@code 2026-11-30}. */
public final class Day {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Day() {}

    /** Empty when the text is no day of the calendar. */
    public static Optional<LocalDate> of(String text) {
        String day = text.strip();
        if (!FORM.matcher(day).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
