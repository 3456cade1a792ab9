package dev.tailback.app.outcomes;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts the outcomes written into the ledger, for monitoring. */
@Singleton
class OutcomeCounts {

    private final Map<OutcomeKind, Counter> counters = new EnumMap<>(OutcomeKind.class);

    OutcomeCounts(MeterRegistry registry) {
        for (OutcomeKind kind : OutcomeKind.values()) {
            counters.put(
                    kind,
                    Counter.builder("tailback.outcomes.applied")
                            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                            .description("Answers of Salesforce written into the ledger, repetitions included")
                            .register(registry));
        }
    }

    void applied(List<Outcome> outcomes) {
        outcomes.forEach(outcome -> counters.get(outcome.kind()).increment());
    }
}
