package dev.tailback.outcomes;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeStream;
import java.time.Duration;
import java.util.List;

/**
 * Takes outcomes from the stream, applies each in the order it came, and acknowledges only what is in the ledger. When the ledger fails in between,
 * the rest comes again.
 */
final class OutcomeRoad {

    private final OutcomeStream stream;
    private final ApplyOutcome apply;
    private final OutcomeSettings settings;

    OutcomeRoad(OutcomeStream stream, ApplyOutcome apply, OutcomeSettings settings) {
        this.stream = stream;
        this.apply = apply;
        this.settings = settings;
    }

    /** @return how many outcomes there were */
    int round() {
        return round(settings.patience());
    }

    int round(Duration wait) {
        List<Outcome> outcomes = stream.read(settings.batch(), wait);
        outcomes.forEach(apply::apply);
        if (!outcomes.isEmpty()) {
            stream.acknowledge(outcomes);
        }
        return outcomes.size();
    }
}
