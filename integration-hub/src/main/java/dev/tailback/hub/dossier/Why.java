package dev.tailback.hub.dossier;

import dev.tailback.hub.golden.DecisionRow;
import dev.tailback.hub.golden.KeptCandidate;
import java.time.Instant;
import java.util.List;

/**
 * One decision about one attribute, with all that went into it.
 *
 * @param id of the decision, by which the next page is asked for
 * @param value empty text when it was agreed to be empty
 */
public record Why(
        long id,
        String attribute,
        String value,
        String rule,
        long rulesVersion,
        boolean isConflict,
        Instant decidedAt,
        List<KeptCandidate> candidates) {

    public Why {
        candidates = List.copyOf(candidates);
    }

    static Why of(DecisionRow row) {
        return new Why(
                row.id(),
                row.attribute(),
                row.value(),
                row.rule(),
                row.rulesVersion(),
                row.isConflict(),
                row.decidedAt(),
                row.keptCandidates());
    }
}
