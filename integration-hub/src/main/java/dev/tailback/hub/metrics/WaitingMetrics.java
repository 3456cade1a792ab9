package dev.tailback.hub.metrics;

import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;

/** What waits, at each step and for each CRM, and what a CRM does not take. */
@Singleton
class WaitingMetrics implements Source {

    private static final List<String> CRM = List.of("crm");

    private final Gauges gauges;

    WaitingMetrics(FigureRows rows, MeterRegistry registry) {
        gauges = new Gauges(registry)
                .add("tailback.hub.waiting", "What waits, by step", List.of("step"), rows::waiting)
                .add("tailback.hub.writes.waiting", "Records that a CRM is still to be given", CRM, rows::writesWaiting)
                .add(
                        "tailback.hub.oldest.write.age.seconds",
                        "Since when the oldest of them waits",
                        CRM,
                        rows::oldestWrite)
                .add(
                        "tailback.hub.read.age.seconds",
                        "Since the last answer to the question for changes",
                        List.of("crm", "object"),
                        rows::readAge)
                .add(
                        "tailback.hub.refused.records",
                        "Records that a CRM refuses for good, by code",
                        List.of("crm", "code"),
                        rows::refused)
                .add("tailback.hub.stopped.fields", "Fields and objects that cannot be used now", CRM, rows::stopped);
    }

    @Override
    public void read() {
        gauges.read();
    }

    @Override
    public void isUnknown() {
        gauges.isUnknown();
    }
}
