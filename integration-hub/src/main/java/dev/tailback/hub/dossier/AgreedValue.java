package dev.tailback.hub.dossier;

import dev.tailback.hub.golden.DecisionRow;
import java.time.Instant;

/**
 * What is agreed for one attribute.
 *
 * @param value empty text when it is agreed to be empty
 * @param rule that decided, as a sentence
 * @param isConflict whether people had said different things
 */
public record AgreedValue(
        String attribute, String value, String rule, long rulesVersion, boolean isConflict, Instant decidedAt) {

    static AgreedValue of(DecisionRow row) {
        return new AgreedValue(
                row.attribute(), row.value(), row.rule(), row.rulesVersion(), row.isConflict(), row.decidedAt());
    }
}
