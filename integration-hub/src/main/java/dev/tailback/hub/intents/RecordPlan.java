package dev.tailback.hub.intents;

import dev.tailback.hub.facts.HeldField;
import dev.tailback.hub.records.KnownRecord;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a record should hold.
 *
 * @param fields that may be written, by attribute
 * @param holds what it holds, by field
 * @param agreed values by attribute; empty text empties a field
 */
record RecordPlan(
        KnownRecord record, Map<String, String> fields, Map<String, HeldField> holds, Map<String, String> agreed) {

    /** Whether a field holds what we put there, and nothing is agreed about it any more. */
    boolean isOursUnagreed() {
        return fields.entrySet().stream()
                .filter(field -> !agreed.containsKey(field.getKey()))
                .anyMatch(field -> Optional.ofNullable(holds.get(field.getValue()))
                        .filter(HeldField::isOurs)
                        .isPresent());
    }

    /**
     * The fields that should hold something else. Where nothing is agreed, what people put there stays; what we put
     * there gives way to what its own people said last.
     *
     * @param said by its own people, by attribute
     */
    Map<String, String> wanted(Map<String, String> said) {
        Map<String, String> wanted = new TreeMap<>();
        fields.forEach((attribute, field) -> Optional.ofNullable(holds.get(field))
                .flatMap(held ->
                        wanted(held, Optional.ofNullable(agreed.get(attribute)), said.getOrDefault(attribute, "")))
                .ifPresent(value -> wanted.put(field, value)));
        return wanted;
    }

    private static Optional<String> wanted(HeldField held, Optional<String> agreed, String said) {
        Optional<String> value = agreed.or(() -> held.isOurs() ? Optional.of(said) : Optional.empty());
        return value.filter(wanted -> !held.isRefused() && !held.holds(wanted));
    }
}
