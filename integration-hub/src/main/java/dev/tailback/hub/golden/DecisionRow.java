package dev.tailback.hub.golden;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A decided value.
 *
 * @param value empty text when the attribute is agreed to be empty
 * @param rule as a sentence
 * @param candidates every fact that took part, and why it won or lost, as JSON
 * @param isConflict whether people said different things since the CRMs last agreed
 * @param bySteward whether a steward's lock or choice decided, and no rule
 * @param isOpen whether nothing is agreed any more, since rules were put back that ask a steward
 */
@MappedEntity("decision")
public record DecisionRow(
        @Id long id,
        UUID goldenId,
        String attribute,
        String value,
        String rule,
        long rulesVersion,
        String candidates,
        boolean isConflict,
        boolean bySteward,
        boolean isOpen,
        Instant decidedAt) {

    public List<KeptCandidate> keptCandidates() {
        return CandidatesJson.read(candidates);
    }
}
