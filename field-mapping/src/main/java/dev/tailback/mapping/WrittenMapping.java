package dev.tailback.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/** A mapping as the tree that {@link MappingTree} reads. */
final class WrittenMapping {

    private WrittenMapping() {}

    static Map<String, Object> of(Mapping mapping) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("mapping", 1);
        file.put("name", mapping.name());
        for (Part part : Part.values()) {
            file.put(part.key(), part(mapping, part));
        }
        return file;
    }

    private static Map<String, Object> part(Mapping mapping, Part part) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("object", mapping.object(part));
        Map<String, String> fields = new LinkedHashMap<>();
        Idea.of(part).forEach(idea -> mapping.find(idea).ifPresent(field -> fields.put(idea.key(), field)));
        written.put("fields", fields);
        switch (part) {
            case CONTRACT -> written.put("fulfilledWhen", mapping.fulfilled().values());
            case CONTRACT_PRODUCT -> written.put("listedAs", mapping.listedAs());
            case USAGE -> {}
        }
        Map<String, Object> only = new LinkedHashMap<>();
        mapping.only(part).forEach(condition -> only.put(condition.field(), condition.values()));
        if (!only.isEmpty()) {
            written.put("only", only);
        }
        return written;
    }
}
