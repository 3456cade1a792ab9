package dev.tailback.salesforce.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long this program stays away after it failed at the same thing again and again. The first failure costs nothing,
 * since it may be over; from the second on the pauses double. A caller that asks meanwhile is told what failed last.
 */
final class SessionPause {

    /** The longest pause, whatever the other side asks for. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_DOUBLINGS = 10;

    private final Clock clock;
    private int failures;
    private Instant began = Instant.EPOCH;
    private Instant end = Instant.EPOCH;
    private Optional<LoginFailed> reason = Optional.empty();

    SessionPause(Clock clock) {
        this.clock = clock;
    }

    /** @throws LoginFailed what failed last, as long as the pause lasts */
    void requireOver() {
        Instant now = clock.instant();
        // A clock that was set back must not make a pause longer than it was.
        if (reason.isPresent() && now.isBefore(end) && !now.isBefore(began)) {
            throw reason.get().again(Duration.between(now, end));
        }
    }

    void failed(LoginFailed failure) {
        failures++;
        reason = Optional.of(failure);
        began = clock.instant();
        end = began.plus(pause(failure));
    }

    void worked() {
        failures = 0;
        reason = Optional.empty();
    }

    private Duration pause(LoginFailed failure) {
        Duration grown = failures < 2
                ? Duration.ZERO
                : failure.firstPause().multipliedBy(1L << Math.min(failures - 2, MOST_DOUBLINGS));
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        return shorter(longer(shorter(grown, failure.longestPause()), asked), LONGEST);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
