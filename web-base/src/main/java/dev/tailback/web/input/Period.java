package dev.tailback.web.input;

import dev.tailback.program.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time that a list is narrowed to.
 *
 * @param since from this moment on, this moment included
 * @param until before this moment
 */
public record Period(Optional<Instant> since, Optional<Instant> until) {

    /** All of time. */
    public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    /** How far back anybody may ask, so that every time fits into PostgreSQL. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final String FORMS = "must be a time such as 2026-11-28, 2026-11-28T10:00 or 2026-11-28T10:00:00Z,"
            + " or how long ago, such as 15m, 24h or 7d";

    /**
     * Each of the two may be a time (UTC where it names no zone), or a duration back from now; empty narrows nothing.
     *
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid}
     */
    public static Period of(String since, String until, Clock clock) {
        Period period = new Period(moment("since", since, clock), moment("until", until, clock));
        if (period.isUpsideDown()) {
            throw Invalid.because("until", "must be later than since").says("problem.invalid.upside-down");
        }
        return period;
    }

    public boolean isAlways() {
        return since.isEmpty() && until.isEmpty();
    }

    private boolean isUpsideDown() {
        return since.isPresent() && until.isPresent() && !since.get().isBefore(until.get());
    }

    private static Optional<Instant> moment(String field, String text, Clock clock) {
        String given = text.strip();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Instant> moment = Moments.read(given, () -> now.minus(Durations.parse(given)))
                .filter(read -> Duration.between(read, now).abs().compareTo(LONGEST) < 0);
        if (moment.isEmpty()) {
            throw Invalid.because(field, FORMS).says("problem.invalid.time");
        }
        return moment;
    }
}
