package dev.tailback.web.input;

import dev.tailback.program.Durations;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Times as people write them: UTC where one names no zone, or a duration from now. */
public final class Moments {

    private static final Duration FARTHEST = Duration.ofDays(366);

    private static final String AHEAD = "must be a later time within a year, such as 2026-11-28T10:00 or"
            + " 2026-11-28T10:00:00Z, or how long from now, such as 15m, 24h or 7d";

    private Moments() {}

    /** A time to come; empty when nothing is given. @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    public static Optional<Instant> ahead(String field, String text, Clock clock) {
        String given = text.strip();
        Instant now = clock.instant();
        Optional<Instant> moment = read(given, () -> now.plus(Durations.parse(given)))
                .filter(read -> read.isAfter(now) && read.isBefore(now.plus(FARTHEST)));
        if (moment.isEmpty() && !given.isEmpty()) {
            throw Invalid.because(field, AHEAD);
        }
        return moment;
    }

    /** @param asDuration what it is if it is a duration */
    static Optional<Instant> read(String text, Supplier<Instant> asDuration) {
        return Stream.<Supplier<Instant>>of(
                        asDuration,
                        () -> Instant.parse(text),
                        () -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
                        () -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC))
                .flatMap(form -> read(form).stream())
                .findFirst();
    }

    private static Optional<Instant> read(Supplier<Instant> form) {
        try {
            return Optional.of(form.get());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException another) {
            return Optional.empty();
        }
    }
}
