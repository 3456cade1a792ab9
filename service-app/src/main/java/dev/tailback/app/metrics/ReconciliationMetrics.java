package dev.tailback.app.metrics;

import dev.tailback.app.operator.reconciliation.DifferenceKind;
import dev.tailback.app.operator.reconciliation.ReconciliationStatus;
import dev.tailback.app.operator.reconciliation.ReconciliationView;
import dev.tailback.app.operator.reconciliation.Reconciliations;
import dev.tailback.web.metrics.Reading;
import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What comparing everything with Salesforce last found, and how long ago. Not a number until it was done once. */
@Singleton
class ReconciliationMetrics implements Source {

    private final Reconciliations reconciliations;
    private final MeterRegistry registry;
    private final Reading<ReconciliationStatus> reading;

    ReconciliationMetrics(Reconciliations reconciliations, MeterRegistry registry, Clock clock) {
        this.reconciliations = reconciliations;
        this.registry = registry;
        this.reading = new Reading<>(clock);
        for (DifferenceKind kind : DifferenceKind.values()) {
            difference(kind.word());
        }
        TimeGauge.builder(
                        "tailback.reconcile.last.success.age",
                        reading,
                        TimeUnit.SECONDS,
                        from -> from.age(status -> status.lastSuccess().flatMap(ReconciliationView::endedAt)))
                .description("Since ledger and Salesforce were last compared to the end")
                .register(registry);
        Gauge.builder(
                        "tailback.reconcile.failed",
                        reading,
                        from -> from.figure(status -> status.lastFailure().isPresent() ? 1 : 0))
                .description("1 when the last comparison did not get to its end")
                .register(registry);
    }

    private void difference(String kind) {
        Gauge.builder("tailback.reconcile.differences", reading, from -> from.figure(status -> count(status, kind)))
                .tag("kind", kind)
                .description("Differences the last whole comparison found, by kind")
                .register(registry);
    }

    private static double count(ReconciliationStatus status, String kind) {
        Optional<ReconciliationView> last = status.lastSuccess();
        return last.map(run -> run.counts().getOrDefault(kind, 0L).doubleValue())
                .orElse(Double.NaN);
    }

    @Override
    public void read() {
        reading.is(reconciliations.status());
    }

    @Override
    public void isUnknown() {
        reading.isUnknown();
    }
}
