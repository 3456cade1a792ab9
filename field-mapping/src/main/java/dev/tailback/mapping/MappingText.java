package dev.tailback.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a mapping as the file that is read again. */
final class MappingText {

    private final Mapping mapping;

    private MappingText(Mapping mapping) {
        this.mapping = mapping;
    }

    static String of(Mapping mapping) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        return new Yaml(options).dump(new MappingText(mapping).tree());
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("mapping", 1);
        tree.put("name", mapping.name());
        for (Part part : Part.values()) {
            tree.put(part.key(), part(part));
        }
        return tree;
    }

    private Map<String, Object> part(Part part) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("object", mapping.object(part));
        if (part == Part.CONTRACT_PRODUCT) {
            tree.put("listedAs", mapping.listedAs());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Idea.of(part).forEach(idea -> mapping.find(idea).ifPresent(field -> fields.put(idea.key(), field)));
        tree.put("fields", fields);
        if (part == Part.CONTRACT) {
            tree.put("fulfilledWhen", mapping.fulfilledWhen());
        }
        if (!mapping.only(part).isEmpty()) {
            tree.put("only", only(mapping.only(part)));
        }
        return tree;
    }

    private static Map<String, List<String>> only(List<Condition> conditions) {
        Map<String, List<String>> only = new LinkedHashMap<>();
        conditions.forEach(condition -> only.put(condition.field(), condition.values()));
        return only;
    }
}
