package dev.tailback.hub.suggesting;

import dev.tailback.mapping.suggestion.Confidence;
import dev.tailback.mapping.suggestion.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object whose records may be of an entity.
 *
 * @param isMapped whether the mapping in force says so already
 * @param unread why no record was read; empty when some were
 * @param attributes all of the entity, in its order
 */
public record SuggestedObject(
        String object,
        String label,
        String entity,
        boolean isMapped,
        Confidence confidence,
        List<Reason> reasons,
        String unread,
        List<SuggestedAttribute> attributes) {

    public SuggestedObject {
        reasons = List.copyOf(reasons);
        attributes = List.copyOf(attributes);
    }

    /** By attribute. */
    Map<String, String> firsts() {
        Map<String, String> firsts = new TreeMap<>();
        attributes.forEach(one -> one.first().ifPresent(field -> firsts.put(one.attribute(), field)));
        return firsts;
    }
}
