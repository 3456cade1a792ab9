package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Reference;
import dev.tailback.localorg.wire.ReadJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the trees of a request into levels, roots first, and refuses trees that are too big. */
final class ReadTree {
    private static final int MOST_RECORDS = 200;
    private static final int MOST_LEVELS = 5;
    private static final int MOST_TYPES = 5;

    private final Call call;
    private final List<List<TreeNode>> levels = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<ObjectType> types = new HashSet<>();

    ReadTree(Call call) {
        this.call = call;
    }

    List<List<TreeNode>> read(ObjectType type, Map<String, Object> body) {
        for (Map<String, Object> record : ReadJson.objects(body.get("records"), "records")) {
            require(typed(record) == type, "All roots of a tree must be of the type in the address: " + type.name());
            add(record, type, 0, Optional.empty(), Optional.empty());
        }
        require(!levels.isEmpty() && names.size() <= MOST_RECORDS, "A tree holds 1 to 200 records.");
        require(types.size() <= MOST_TYPES, "A tree holds records of at most 5 types.");
        return levels;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw refused(message);
        }
    }

    private static ApiException refused(String message) {
        return new ApiException(400, "INVALID_INPUT", message);
    }

    private static Optional<String> named(Map<String, Object> record) {
        return record.get("attributes") instanceof Map<?, ?> attributes
                        && attributes.get("referenceId") instanceof String name
                ? Optional.of(name)
                : Optional.empty();
    }

    private ObjectType typed(Map<String, Object> record) {
        String name = record.get("attributes") instanceof Map<?, ?> attributes
                ? String.valueOf(attributes.get("type"))
                : "null";
        return call.object(name)
                .orElseThrow(
                        () -> new ApiException(400, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    private void add(
            Map<String, Object> record, ObjectType type, int depth, Optional<TreeNode> parent, Optional<Field> field) {
        require(depth < MOST_LEVELS, "A tree has at most 5 levels.");
        String name = named(record)
                .filter(names::add)
                .orElseThrow(
                        () -> refused("Every record of a tree needs \"attributes\":{\"referenceId\":...} of its own."));
        types.add(type);
        Map<String, Object> own = new LinkedHashMap<>(record);
        own.remove("attributes");
        Map<Field, List<Map<String, Object>>> children = new LinkedHashMap<>();
        record.forEach((key, value) -> children(type, key, value).ifPresent(found -> {
            own.remove(key);
            children.put(found, ReadJson.objects(((Map<?, ?>) value).get("records"), key + ".records"));
        }));
        TreeNode node = new TreeNode(type, name, own, parent, field);
        while (levels.size() <= depth) {
            levels.add(new ArrayList<>());
        }
        levels.get(depth).add(node);
        children.forEach((reference, records) -> records.forEach(
                child -> add(child, typed(child), depth + 1, Optional.of(node), Optional.of(reference))));
    }

    /** The reference behind a child relationship's name; a record that names a parent has no {@code records}. */
    private Optional<Field> children(ObjectType type, String name, Object value) {
        if (!(value instanceof Map<?, ?> map) || !map.containsKey("records")) {
            return Optional.empty();
        }
        return call.org().schema().referencesTo(type).stream()
                .filter(field -> field.reference()
                        .flatMap(Reference::childName)
                        .filter(name::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }
}
