package dev.tailback.app.suggestions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.suggestion.Suggestion;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * One idea, and what may stand for it.
 *
 * @param idea as {@code usage.units}
 * @param meaning what it is
 * @param required whether a mapping must have it
 * @param cost what it costs not to have it; missing for a required one
 * @param written whether Tailback writes the field; it only reads the others
 * @param kept what the mapping in use has already; nothing is suggested beside it
 * @param keptSample what the chosen record holds there; missing where nothing was read
 * @param candidates the best first, three at most; none: no field of the object is right
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IdeaView(
        String idea,
        String meaning,
        boolean required,
        Optional<String> cost,
        boolean written,
        Optional<String> kept,
        Optional<String> keptSample,
        List<CandidateView> candidates) {

    static IdeaView of(Suggestion suggestion, Samples samples) {
        Idea idea = suggestion.idea();
        return new IdeaView(
                idea.path(),
                idea.meaning(),
                idea.isRequired(),
                idea.cost(),
                idea.isWritten(),
                suggestion.kept(),
                suggestion.kept().flatMap(path -> samples.value(idea.part(), path)),
                suggestion.candidates().stream()
                        .map(candidate -> CandidateView.of(candidate, samples.value(idea.part(), candidate.path())))
                        .toList());
    }
}
