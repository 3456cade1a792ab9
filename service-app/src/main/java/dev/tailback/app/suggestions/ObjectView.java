package dev.tailback.app.suggestions;

import dev.tailback.mapping.suggestion.ObjectCandidate;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * An object that may be right.
 *
 * @param object its API name
 * @param confidence {@code sure}, {@code likely} or {@code perhaps}
 */
@Serdeable
public record ObjectView(String object, String confidence, List<ReasonView> reasons) {

    static List<ObjectView> all(List<ObjectCandidate> candidates) {
        return candidates.stream()
                .map(candidate -> new ObjectView(
                        candidate.object(), candidate.confidence().word(), ReasonView.all(candidate.reasons())))
                .toList();
    }
}
