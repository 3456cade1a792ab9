package dev.tailback.hub.metrics;

import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;

/** What happened in the last 5 minutes, and how fast. */
@Singleton
class RecentMetrics implements Source {

    private static final List<String> CRM = List.of("crm");

    private final Gauges gauges;

    RecentMetrics(RecentRows rows, MeterRegistry registry) {
        gauges = new Gauges(registry)
                .add(
                        "tailback.hub.recent.writes",
                        "Writes of the last 5 minutes, by what became of them",
                        List.of("crm", "outcome"),
                        rows::writes)
                .add(
                        "tailback.hub.recent.echoes",
                        "Changes told in the last 5 minutes in which nobody said anything, mostly our own writes",
                        CRM,
                        rows::echoes)
                .add(
                        "tailback.hub.recent.conflicts",
                        "Decisions of the last 5 minutes over values that differed, by rule",
                        List.of("rule"),
                        rows::conflicts)
                .add(
                        "tailback.hub.decided.within.seconds",
                        "From the change in a CRM, by its clock, to the decision here",
                        List.of("crm", "quantile"),
                        rows::decidedWithin)
                .add(
                        "tailback.hub.held.within.seconds",
                        "From the decision to the CRM that holds it",
                        List.of("crm", "quantile"),
                        rows::heldWithin);
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
