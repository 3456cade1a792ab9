package dev.tailback.localorg.formula;

import java.time.Instant;
import java.util.Optional;

/**
 * What a formula is evaluated on.
 *
 * @param prior the row before the save; empty for a new row, and PRIORVALUE is then the current value
 */
public record Evaluation(RecordView row, Optional<RecordView> prior, RecordSource source, Viewer viewer, Instant now) {

    public boolean isNew() {
        return prior.isEmpty();
    }

    Evaluation on(RecordView other) {
        return new Evaluation(other, Optional.of(other), source, viewer, now);
    }

    RecordView before() {
        return prior.orElse(row);
    }
}
