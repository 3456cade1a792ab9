package dev.tailback.hub.quality;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a record.
 *
 * @param values what each value became, by attribute
 * @param across warnings about values that do not go together
 * @param enriched values taken from others, for attributes that are empty
 */
public record CheckedRecord(Map<String, Checked> values, List<Finding> across, Map<String, Enriched> enriched) {

    public CheckedRecord {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        across = List.copyOf(across);
        enriched = Collections.unmodifiableMap(new TreeMap<>(enriched));
    }

    /** A value that no CRM told. */
    public record Enriched(String value, Finding from) {}

    /** What the record says, without what was refused. */
    public Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        values.forEach((attribute, checked) -> checked.usable().ifPresent(value -> told.put(attribute, value)));
        return told;
    }

    /** What it says, and what follows from it: for matching. */
    public Map<String, String> known() {
        Map<String, String> known = told();
        enriched.forEach((attribute, value) -> known.putIfAbsent(attribute, value.value()));
        return known;
    }
}
