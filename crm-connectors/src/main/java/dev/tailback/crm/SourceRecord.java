package dev.tailback.crm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a CRM holds of one thing. A value is text, exactly as the CRM stores it: a number without grouping, {@code true},
 * {@code 2026-11-29}, {@code 2026-11-29T10:15:30Z}, several choices with semicolons between them. Empty text means that the
 * field is empty; a field that was not read is not there.
 *
 * @param createdAt by the CRM's clock; empty where the CRM does not tell
 * @param changedAt by the CRM's clock
 * @param valueTimes when fields got their values, where the CRM tells it field by field
 * @param version what the CRM compares when a write says which version it means; empty where it has nothing of the kind
 */
public record SourceRecord(
        String object,
        String id,
        Map<String, String> values,
        Optional<Instant> createdAt,
        Instant changedAt,
        Map<String, Instant> valueTimes,
        Optional<String> version) {

    public SourceRecord {
        values = Map.copyOf(values);
        valueTimes = Map.copyOf(valueTimes);
    }
}
