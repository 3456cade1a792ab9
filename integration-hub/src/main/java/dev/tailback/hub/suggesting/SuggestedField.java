package dev.tailback.hub.suggesting;

import dev.tailback.mapping.suggestion.Confidence;
import dev.tailback.mapping.suggestion.Reason;
import java.util.List;
import java.util.Set;

/**
 * A field that may stand for an attribute. It shows no value in any text.
 *
 * @param samples what it holds in some records, each once and cut short
 */
public record SuggestedField(
        String field,
        String label,
        String type,
        Confidence confidence,
        List<Reason> reasons,
        Set<Badge> badges,
        List<String> samples) {

    public SuggestedField {
        reasons = List.copyOf(reasons);
        badges = Set.copyOf(badges);
        samples = List.copyOf(samples);
    }

    /** A mapping with a field that cannot be written is refused. */
    public boolean canBeMapped() {
        return !badges.contains(Badge.NOT_WRITABLE);
    }

    @Override
    public String toString() {
        return field;
    }
}
