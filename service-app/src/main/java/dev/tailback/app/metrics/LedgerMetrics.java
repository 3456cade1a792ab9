package dev.tailback.app.metrics;

import dev.tailback.app.operator.parked.ParkedEntries;
import dev.tailback.app.operator.sync.LedgerFigures;
import dev.tailback.app.operator.sync.LedgerFigures.Figures;
import dev.tailback.web.metrics.Reading;
import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What waits, retries and is parked, by the ledger. */
@Singleton
class LedgerMetrics implements Source {

    private final LedgerFigures ledger;
    private final ParkedEntries parked;
    private final Reading<Figures> reading;
    private final MultiGauge parkedByCode;

    LedgerMetrics(LedgerFigures ledger, ParkedEntries parked, MeterRegistry registry, Clock clock) {
        this.ledger = ledger;
        this.parked = parked;
        this.reading = new Reading<>(clock);
        this.parkedByCode = MultiGauge.builder("tailback.parked.entries")
                .description("Entries Salesforce refuses for good, by code")
                .register(registry);
        Gauge.builder("tailback.waiting.entries", reading, from -> from.figure(Figures::waiting))
                .description("Entries Salesforce does not hold yet, without those that retry")
                .register(registry);
        Gauge.builder("tailback.retrying.entries", reading, from -> from.figure(Figures::retrying))
                .description("Entries refused for now")
                .register(registry);
        age(registry, "tailback.oldest.waiting.age", "Since when the oldest waiting or retrying entry waits");
        TimeGauge.builder(
                        "tailback.last.success.age",
                        reading,
                        TimeUnit.SECONDS,
                        from -> from.age(figures -> Optional.ofNullable(figures.lastSuccess())))
                .description("Since when Salesforce has accepted nothing")
                .register(registry);
    }

    /** Nothing waits: no age, which is 0 and not unknown. */
    private void age(MeterRegistry registry, String name, String description) {
        TimeGauge.builder(
                        name,
                        reading,
                        TimeUnit.SECONDS,
                        from -> from.figure(figures -> figures.oldestSince() == null ? 0 : 1) == 0
                                ? 0
                                : from.age(figures -> Optional.ofNullable(figures.oldestSince())))
                .description(description)
                .register(registry);
    }

    @Override
    public void read() {
        reading.is(ledger.now());
        parkedByCode.register(
                parked.groups().stream()
                        .map(group -> MultiGauge.Row.of(Tags.of("code", group.code()), group.count()))
                        .toList(),
                true);
    }

    @Override
    public void isUnknown() {
        reading.isUnknown();
        parkedByCode.register(List.of(), true);
    }
}
