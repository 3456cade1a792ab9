package dev.tailback.app.metrics;

import dev.tailback.app.operator.alerts.AlertKind;
import dev.tailback.app.operator.alerts.AlertsView;
import dev.tailback.app.operator.alerts.OpenAlerts;
import dev.tailback.web.metrics.Reading;
import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What people were told of and is not over, by kind. */
@Singleton
class AlertMetrics implements Source {

    private final OpenAlerts alerts;
    private final Reading<AlertsView> reading;

    AlertMetrics(OpenAlerts alerts, MeterRegistry registry, Clock clock) {
        this.alerts = alerts;
        this.reading = new Reading<>(clock);
        for (AlertKind kind : AlertKind.values()) {
            Gauge.builder("tailback.open.alerts", reading, from -> from.figure(view -> count(view, kind)))
                    .tag("kind", kind.word())
                    .description("Alerts that people were told of and that are not over")
                    .register(registry);
        }
    }

    private static double count(AlertsView view, AlertKind kind) {
        return view.alerts().stream()
                .filter(alert -> alert.told() && alert.kind() == kind)
                .count();
    }

    @Override
    public void read() {
        reading.is(alerts.now());
    }

    @Override
    public void isUnknown() {
        reading.isUnknown();
    }
}
