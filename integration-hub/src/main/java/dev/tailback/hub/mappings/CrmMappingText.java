package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a mapping as the file that {@link CrmMappingFile} reads. */
record CrmMappingText(CrmMapping mapping) {

    String yaml() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("form", 1);
        file.put("crm", mapping.crm());
        Map<String, Object> objects = new LinkedHashMap<>();
        mapping.objects().forEach(mapped -> objects.put(mapped.object(), object(mapped)));
        file.put("objects", objects);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(file);
    }

    private static Map<String, Object> object(MappedObject mapped) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("entity", mapped.entity());
        mapped.creates().ifPresent(creates -> object.put("create", create(creates)));
        object.put("fields", new TreeMap<>(mapped.fields()));
        return object;
    }

    private static Map<String, Object> create(Creates creates) {
        Map<String, Object> create = new LinkedHashMap<>();
        create.put("key", creates.key());
        create.put("needs", List.copyOf(new TreeSet<>(creates.needs())));
        return create;
    }
}
