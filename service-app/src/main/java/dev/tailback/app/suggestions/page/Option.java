package dev.tailback.app.suggestions.page;

import dev.tailback.app.suggestions.CandidateView;
import dev.tailback.app.suggestions.FieldView;
import dev.tailback.app.suggestions.ReasonView;
import java.util.List;
import java.util.Optional;

/**
 * A field that can be chosen for an idea.
 *
 * @param field as a mapping names it
 * @param origin {@code kept} for the mapping in use, how sure a suggestion is, or {@code chosen} for any other
 * @param type Salesforce's word with length or digits; empty where nobody knows
 * @param badges words of the texts: what the integration user may do, and what the field is
 * @param sample what the chosen contract holds there; blank where it is empty, missing where nothing was read
 */
public record Option(
        String field,
        String label,
        String origin,
        String type,
        List<String> badges,
        List<ReasonView> reasons,
        Optional<String> sample) {

    static Option suggested(CandidateView candidate, boolean isWritten) {
        return new Option(
                candidate.field(),
                candidate.label(),
                candidate.confidence(),
                type(candidate),
                Badges.of(candidate, isWritten),
                candidate.reasons(),
                candidate.sample());
    }

    /** @param described empty where the object has no such field of its own */
    static Option kept(String field, Optional<FieldView> described, boolean isWritten, Optional<String> sample) {
        return plain("kept", field, described, isWritten, sample);
    }

    static Option chosen(String field, Optional<FieldView> described, boolean isWritten) {
        return plain("chosen", field, described, isWritten, Optional.empty());
    }

    private static Option plain(
            String origin, String field, Optional<FieldView> described, boolean isWritten, Optional<String> sample) {
        return new Option(
                field,
                described.map(FieldView::label).orElse(""),
                origin,
                described.map(FieldView::type).orElse(""),
                described.map(found -> Badges.of(found, isWritten)).orElse(List.of()),
                List.of(),
                sample);
    }

    private static String type(CandidateView candidate) {
        if (candidate.length() > 0) {
            return candidate.type() + "(" + candidate.length() + ")";
        }
        return candidate.precision() > 0
                ? candidate.type() + "(" + candidate.precision() + ", " + candidate.scale() + ")"
                : candidate.type();
    }
}
