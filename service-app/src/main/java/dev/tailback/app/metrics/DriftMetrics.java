package dev.tailback.app.metrics;

import dev.tailback.app.drift.DriftReading;
import dev.tailback.app.drift.DriftView;
import dev.tailback.web.metrics.Reading;
import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Whether the org has changed, and how many fields are left out because of it. */
@Singleton
class DriftMetrics implements Source {

    private static final List<String> STATES = List.of("none", "harmless", "lossy", "breaking", "unknown");

    private final DriftReading drift;
    private final Reading<DriftView> reading;

    DriftMetrics(DriftReading drift, MeterRegistry registry, Clock clock) {
        this.drift = drift;
        this.reading = new Reading<>(clock);
        for (String state : STATES) {
            Gauge.builder(
                            "tailback.org.drift",
                            reading,
                            from -> from.figure(view -> view.state().equals(state) ? 1 : 0))
                    .tag("state", state)
                    .description("1 for how the org is now against when the mapping was put in use")
                    .register(registry);
        }
        Gauge.builder(
                        "tailback.suspended.fields",
                        reading,
                        from -> from.figure(view -> view.suspended().size()))
                .description("Fields that are left out of what is read and sent because the org has changed")
                .register(registry);
    }

    @Override
    public void read() {
        reading.is(drift.now());
    }

    @Override
    public void isUnknown() {
        reading.isUnknown();
    }
}
