package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import java.util.List;
import java.util.Optional;

/**
 * What may stand for one idea.
 *
 * @param kept what the mapping has already; nothing else is suggested then
 * @param candidates the best first, three at most; none: no field of the org is right
 */
public record Suggestion(Idea idea, Optional<String> kept, List<Candidate> candidates) {

    /** More than three are no help to choose. */
    public static final int MOST = 3;

    public Suggestion {
        candidates = List.copyOf(candidates);
    }

    /** What to begin with: the kept path, or the best candidate's. */
    public Optional<String> first() {
        return kept.or(() -> candidates.stream().findFirst().map(Candidate::path));
    }
}
