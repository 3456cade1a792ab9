package dev.tailback.web.metrics;

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
public final class Reading<T> {

    private final Clock clock;
    private volatile Optional<T> last = Optional.empty();

    public Reading(Clock clock) {
        this.clock = clock;
    }

    public void is(T value) {
        last = Optional.of(value);
    }

    public void isUnknown() {
        last = Optional.empty();
    }

    /** Not a number while unknown. */
    public double figure(ToDoubleFunction<T> figure) {
        return last.map(figure::applyAsDouble).orElse(Double.NaN);
    }

    /** Seconds since the time; not a number while there is none. */
    public double age(Function<T, Optional<Instant>> since) {
        return last.flatMap(since)
                .map(time -> Duration.between(time, clock.instant()).toMillis() / 1e3)
                .orElse(Double.NaN);
    }
}
