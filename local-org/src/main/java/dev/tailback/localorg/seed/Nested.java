package dev.tailback.localorg.seed;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Reference;
import dev.tailback.localorg.metadata.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Children inside their parents, as {@code "Contacts": {"records": [...]}}. */
final class Nested {

    private Nested() {}

    /** The record without its children. */
    static Map<String, Object> own(Schema schema, ObjectType type, Map<String, Object> record) {
        Map<String, Object> own = new LinkedHashMap<>(record);
        own.entrySet().removeIf(entry -> reference(schema, type, entry).isPresent());
        return own;
    }

    /**
     * The children of all records by their object, each with the id of its parent.
     *
     * @param ids of the records, in their order
     */
    static Map<ObjectType, List<Map<String, Object>>> children(
            Schema schema, ObjectType type, List<Map<String, Object>> records, List<String> ids) {
        Map<ObjectType, List<Map<String, Object>>> children = new LinkedHashMap<>();
        for (int index = 0; index < records.size(); index++) {
            for (Map.Entry<String, Object> entry : records.get(index).entrySet()) {
                String parent = ids.get(index);
                reference(schema, type, entry).ifPresent(reference -> add(children, schema, reference, entry, parent));
            }
        }
        return children;
    }

    private static void add(
            Map<ObjectType, List<Map<String, Object>>> children,
            Schema schema,
            Field reference,
            Map.Entry<String, Object> entry,
            String parent) {
        List<Map<String, Object>> all =
                children.computeIfAbsent(schema.known(reference.object()), none -> new ArrayList<>());
        for (Map<?, ?> child : records(entry)) {
            Map<String, Object> record = new HashMap<>();
            child.forEach((name, value) -> record.put((String) name, value));
            record.put(reference.name(), parent);
            all.add(record);
        }
    }

    /** Empty when the entry is a value. */
    private static List<Map<?, ?>> records(Map.Entry<String, Object> entry) {
        List<Map<?, ?>> records = new ArrayList<>();
        if (entry.getValue() instanceof Map<?, ?> map && map.get("records") instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> record) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    /** The field by which children point to the record; empty when the entry is a value. */
    private static Optional<Field> reference(Schema schema, ObjectType type, Map.Entry<String, Object> entry) {
        if (records(entry).isEmpty()) {
            return Optional.empty();
        }
        return schema.referencesTo(type).stream()
                .filter(field -> field.reference()
                        .flatMap(Reference::childName)
                        .filter(entry.getKey()::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }
}
