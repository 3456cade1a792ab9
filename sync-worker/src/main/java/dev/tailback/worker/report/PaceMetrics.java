package dev.tailback.worker.report;

import dev.tailback.worker.pace.CallsInFlight;
import dev.tailback.worker.pace.Pace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How often the worker calls Salesforce, and how many calls it allows itself at one time. */
@Singleton
final class PaceMetrics implements MeterBinder {
    private final Pace pace;
    private final CallsInFlight inFlight;

    PaceMetrics(Pace pace, CallsInFlight inFlight) {
        this.pace = pace;
        this.inFlight = inFlight;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tailback.worker.gathering.seconds", pace, PaceMetrics::secondsBetweenCalls)
                .description("Seconds between two calls while records gather, so that the day's calls last; 0 at once")
                .register(registry);
        Gauge.builder("tailback.worker.calls.allowed", inFlight, CallsInFlight::allowed)
                .description("Calls the worker allows itself at one time")
                .register(registry);
    }

    private static double secondsBetweenCalls(Pace pace) {
        return pace.now()
                .map(gathering -> gathering.every().toMillis() / 1000.0)
                .orElse(0.0);
    }
}
