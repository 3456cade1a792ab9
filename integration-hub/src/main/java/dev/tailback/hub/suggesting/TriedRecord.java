package dev.tailback.hub.suggesting;

import java.util.List;
import java.util.Map;

/**
 * What a mapping would make of one record.
 *
 * @param across what the rules of quality say about values that do not go together
 * @param enriched by attribute: what would be taken from other values, for matching
 */
public record TriedRecord(
        String object,
        String record,
        String entity,
        List<TriedAttribute> attributes,
        List<String> across,
        Map<String, String> enriched) {

    public TriedRecord {
        attributes = List.copyOf(attributes);
        across = List.copyOf(across);
        enriched = Map.copyOf(enriched);
    }

    @Override
    public String toString() {
        return object + " " + record;
    }
}
