package dev.tailback.app.ledger;

import dev.tailback.web.startup.TimeFactory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The real time, and as much later as a test says. */
@Singleton
@Replaces(value = Clock.class, factory = TimeFactory.class)
@Requires(property = "clock.movable", value = "true")
public class MovableClock extends Clock {

    private volatile Duration later = Duration.ZERO;

    public void pass(Duration time) {
        later = later.plus(time);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(later).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
