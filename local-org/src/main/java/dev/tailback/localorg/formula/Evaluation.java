package dev.tailback.localorg.formula;

import java.time.Instant;

/**
 * What a formula is evaluated on.
 *
 * @param prior the row before the save; null for a new row, and PRIORVALUE is then the current value
 */
public record Evaluation(RecordView row, RecordView prior, RecordSource source, Viewer viewer, Instant now) {

    public boolean isNew() {
        return prior == null;
    }

    Evaluation on(RecordView other) {
        return new Evaluation(other, other, source, viewer, now);
    }

    RecordView before() {
        return prior == null ? row : prior;
    }
}
