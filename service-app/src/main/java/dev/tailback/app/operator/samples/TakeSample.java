package dev.tailback.app.operator.samples;

import dev.tailback.app.operator.sync.SyncReading;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes the figures of the minute that has just begun, unless they are there, and deletes what is too old. */
@Singleton
class TakeSample {

    private final SyncReading reading;
    private final Samples samples;
    private final SampleSettings settings;
    private final Clock clock;

    TakeSample(SyncReading reading, Samples samples, SampleSettings settings, Clock clock) {
        this.reading = reading;
        this.samples = samples;
        this.settings = settings;
        this.clock = clock;
    }

    void round() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!samples.has(minute)) {
            long accepted = samples.acceptedBetween(minute.minus(Duration.ofMinutes(1)), minute);
            samples.write(Sample.of(minute, reading.now(), accepted));
            samples.forget(minute.minus(settings.keep()));
        }
    }
}
