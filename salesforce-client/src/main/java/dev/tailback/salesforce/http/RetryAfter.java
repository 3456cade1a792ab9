package dev.tailback.salesforce.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The header Retry-After in both its forms, whole seconds and a date. A day at most, since it only ever delays us; what
 * lies in the past, or is neither, asks for nothing.
 */
public final class RetryAfter {

    static final Duration LONGEST = Duration.ofDays(1);
    private static final int LONGEST_HEADER = 100;

    private RetryAfter() {}

    public static Optional<Duration> parse(String header, Instant now) {
        String text = header.strip();
        if (text.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        Optional<Duration> asked = text.matches("\\d+") ? seconds(text) : until(text, now);
        return asked.filter(wait -> !wait.isNegative()).map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> seconds(String digits) {
        return Optional.of(digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits)));
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, then));
        } catch (DateTimeException | ArithmeticException noDate) {
            return Optional.empty();
        }
    }
}
