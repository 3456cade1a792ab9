package dev.tailback.web.startup;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock of the whole program. PostgreSQL keeps microseconds, so nothing finer is told. */
@Factory
public class TimeFactory {

    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
