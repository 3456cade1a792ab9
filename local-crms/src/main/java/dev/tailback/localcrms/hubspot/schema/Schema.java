package dev.tailback.localcrms.hubspot.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of every object, also the deleted ones. Its user sees to it that one thread changes it at a time. */
public final class Schema {
    private final Map<ObjectType, Map<String, Property>> properties = new EnumMap<>(ObjectType.class);

    public Schema() {
        for (ObjectType type : ObjectType.values()) {
            properties.put(type, new LinkedHashMap<>());
        }
    }

    /** What a new account has. */
    public static Schema standard() {
        Schema schema = new Schema();
        StandardProperties.putInto(schema);
        return schema;
    }

    private Map<String, Property> of(ObjectType type) {
        return properties.getOrDefault(type, Map.of());
    }

    /** A property that was not deleted. */
    public Optional<Property> property(ObjectType type, String name) {
        return any(type, name).filter(property -> !property.marks().archived());
    }

    /** A property, deleted or not. */
    public Optional<Property> any(ObjectType type, String name) {
        return Optional.ofNullable(of(type).get(name));
    }

    public List<Property> properties(ObjectType type, boolean archived) {
        return of(type).values().stream()
                .filter(property -> property.marks().archived() == archived)
                .toList();
    }

    public List<Property> all(ObjectType type) {
        return new ArrayList<>(of(type).values());
    }

    public void put(ObjectType type, Property property) {
        of(type).put(property.name(), property);
    }

    public List<Property> unique(ObjectType type) {
        return properties(type, false).stream()
                .filter(property -> property.marks().unique())
                .toList();
    }

    public List<Property> required(ObjectType type) {
        return properties(type, false).stream()
                .filter(property -> property.rules().required())
                .toList();
    }
}
