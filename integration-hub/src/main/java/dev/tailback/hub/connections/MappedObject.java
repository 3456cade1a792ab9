package dev.tailback.hub.connections;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The object of one CRM that holds records of an entity.
 *
 * @param fields by attribute; each field stands for one attribute
 */
public record MappedObject(String entity, String object, Map<String, String> fields) {

    public MappedObject {
        fields = Map.copyOf(fields);
        if (fields.values().stream().distinct().count() < fields.size()) {
            throw new IllegalArgumentException("a field of " + object + " stands for two attributes");
        }
    }

    public List<String> fieldNames() {
        return fields.values().stream().sorted().toList();
    }

    public Optional<String> attribute(String field) {
        return fields.entrySet().stream()
                .filter(mapped -> mapped.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
