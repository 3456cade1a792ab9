package dev.tailback.app.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One reading of a source that several figures are taken from; a source that cannot be asked has no figures, never old
 * ones.
 */
final class Reading<T> {

    private final Clock clock;
    private volatile Optional<T> last = Optional.empty();

    Reading(Clock clock) {
        this.clock = clock;
    }

    void is(T value) {
        last = Optional.of(value);
    }

    void isUnknown() {
        last = Optional.empty();
    }

    /** Not a number while unknown. */
    double figure(ToDoubleFunction<T> figure) {
        return last.map(figure::applyAsDouble).orElse(Double.NaN);
    }

    /** Seconds since the time; not a number while there is none. */
    double age(Function<T, Optional<Instant>> since) {
        return last.flatMap(since)
                .map(time -> Duration.between(time, clock.instant()).toMillis() / 1e3)
                .orElse(Double.NaN);
    }
}
