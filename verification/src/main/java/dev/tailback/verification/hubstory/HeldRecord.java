package dev.tailback.verification.hubstory;

import java.util.Map;
import java.util.TreeMap;

/**
 * A record as a CRM's own API shows it.
 *
 * @param values by attribute; an empty field is empty text
 * @param stamp moves with every write
 */
public record HeldRecord(String id, Map<String, String> values, String stamp) {
    public HeldRecord {
        values = Map.copyOf(new TreeMap<>(values));
    }

    public String value(String attribute) {
        return values.getOrDefault(attribute, "");
    }
}
