package dev.tailback.hub.drift;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.TextMap;
import java.util.Map;
import java.util.TreeMap;

/** Which field of which object stands for which attribute, as text that can be compared later. */
record MappedFields(Map<String, String> fields) {

    private static final char BETWEEN = ' ';

    static MappedFields of(Connection connection) {
        Map<String, String> all = new TreeMap<>();
        connection
                .objects()
                .forEach(mapped -> mapped.fields()
                        .forEach((attribute, field) -> all.put(mapped.object() + BETWEEN + attribute, field)));
        return new MappedFields(all);
    }

    static MappedFields read(String json) {
        return new MappedFields(TextMap.texts(json));
    }

    static MappedFields nothing() {
        return new MappedFields(Map.of());
    }

    String json() {
        return TextMap.json(fields);
    }

    /** The field of an attribute; empty text where none was mapped. */
    String field(MappedObject mapped, String attribute) {
        return fields.getOrDefault(mapped.object() + BETWEEN + attribute, "");
    }

    /** Empty text where the field is not mapped. */
    String attribute(String object, String field) {
        String start = object + BETWEEN;
        return fields.entrySet().stream()
                .filter(mapped ->
                        mapped.getKey().startsWith(start) && mapped.getValue().equals(field))
                .map(mapped -> mapped.getKey().substring(start.length()))
                .findFirst()
                .orElse("");
    }

    boolean hadObject(MappedObject mapped) {
        return fields.keySet().stream().anyMatch(key -> key.startsWith(mapped.object() + BETWEEN));
    }
}
