package dev.tailback.mapping.drift;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a mapping used of an org at one time; equal when nothing that is kept of it has changed. */
public record SeenSchema(List<SeenObject> objects) {

    /** For the first look: nothing was there before. */
    public static final SeenSchema NOTHING = new SeenSchema(List.of());

    public SeenSchema {
        objects = List.copyOf(objects);
    }

    public static SeenSchema of(Mapping mapping, OrgSchema schema) {
        Map<String, Set<String>> used = UsedFields.of(mapping, schema);
        return new SeenSchema(schema.objects().stream()
                .filter(object -> used.containsKey(object.name()))
                .map(object -> SeenObject.of(
                        object, used.getOrDefault(object.name(), Set.of()), isParent(mapping, object.name())))
                .sorted(Comparator.comparing(SeenObject::name))
                .toList());
    }

    private static boolean isParent(Mapping mapping, String object) {
        return mapping.object(Part.CONTRACT).equalsIgnoreCase(object)
                || mapping.object(Part.CONTRACT_PRODUCT).equalsIgnoreCase(object);
    }

    Optional<SeenObject> object(String name) {
        return objects.stream()
                .filter(seen -> seen.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** As far as it was kept. */
    OrgSchema schema() {
        return new OrgSchema(objects.stream().map(SeenObject::object).toList());
    }
}
