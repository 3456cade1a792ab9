package dev.tailback.hub.metrics;

import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** What the database tells as it is: what waits, and what happened. */
@Factory
class FigureSources {

    private static final List<String> CRM = List.of("crm");

    /** At each step and for each CRM, and what a CRM does not take. */
    @Singleton
    Source waiting(FigureRows rows, MeterRegistry registry) {
        return new Gauges(registry)
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

    /** In the last 5 minutes, and how fast. */
    @Singleton
    Source recent(RecentRows rows, MeterRegistry registry) {
        return new Gauges(registry)
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
}
