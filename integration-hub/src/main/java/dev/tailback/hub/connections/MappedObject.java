package dev.tailback.hub.connections;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The object of one CRM that holds records of an entity.
 *
 * @param fields by attribute; each field stands for one attribute
 * @param unasked fields that the CRM cannot tell now: nobody asks for them, and what was told of them before holds
 * @param unwritten fields that nobody may write now; those that nobody asks for are among them
 */
public record MappedObject(
        String entity, String object, Map<String, String> fields, Set<String> unasked, Set<String> unwritten) {

    public MappedObject {
        fields = Map.copyOf(fields);
        unasked = Set.copyOf(unasked);
        unwritten = Set.copyOf(unwritten);
        if (fields.values().stream().distinct().count() < fields.size()) {
            throw new IllegalArgumentException("a field of " + object + " stands for two attributes");
        }
    }

    /** With all of its fields in use. */
    public MappedObject(String entity, String object, Map<String, String> fields) {
        this(entity, object, fields, Set.of(), Set.of());
    }

    public List<String> fieldNames() {
        return fields.values().stream()
                .filter(field -> !unasked.contains(field))
                .sorted()
                .toList();
    }

    /** By attribute. */
    public Map<String, String> writable() {
        return fields.entrySet().stream()
                .filter(mapped -> !unwritten.contains(mapped.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<String> attribute(String field) {
        return fields.entrySet().stream()
                .filter(mapped -> mapped.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
