package dev.tailback.hub.facts;

import dev.tailback.hub.records.KnownRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is sent to a record. @param values by field */
public record SentValues(KnownRecord record, Map<String, String> values) {

    public SentValues {
        values = Map.copyOf(values);
    }

    Stream<HeldField> sending(Map<String, HeldField> held) {
        return values.entrySet().stream()
                .map(value -> held.getOrDefault(value.getKey(), HeldField.unknown(record.id(), value.getKey()))
                        .sending(value.getValue()));
    }

    Stream<HeldField> accepted(Map<String, String> stored, Optional<Instant> begun) {
        return values.entrySet().stream().map(value -> accepted(value.getKey(), value.getValue(), stored, begun));
    }

    private HeldField accepted(String field, String value, Map<String, String> stored, Optional<Instant> begun) {
        HeldField now =
                HeldField.ours(record.id(), field, stored.getOrDefault(field, value), value, begun.orElse(null));
        return stored.containsKey(field) ? now : now.sending(value);
    }
}
