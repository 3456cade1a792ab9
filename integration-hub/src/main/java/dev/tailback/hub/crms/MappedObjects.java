package dev.tailback.hub.crms;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.mapping.declaration.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which objects of a CRM hold which entity, and which field is which attribute. */
final class MappedObjects {

    private static final int MOST_OBJECTS = 20;

    private final Entities entities;

    MappedObjects(Entities entities) {
        this.entities = entities;
    }

    List<MappedObject> read(Section objects) {
        if (objects.names().isEmpty() || objects.names().size() > MOST_OBJECTS) {
            objects.wrong("it must name 1 to " + MOST_OBJECTS + " objects.");
        }
        List<MappedObject> mapped = new ArrayList<>();
        objects.names().stream()
                .limit(MOST_OBJECTS)
                .forEach(name -> mapped(name, objects.section(name)).ifPresent(mapped::add));
        return mapped;
    }

    private Optional<MappedObject> mapped(String name, Section object) {
        object.only(Set.of("entity", "fields"));
        String entityName = object.required("entity");
        Optional<Entity> entity = entities.entity(entityName);
        if (entity.isEmpty()) {
            object.wrong("'entity' must be one of those that are declared.");
            return Optional.empty();
        }
        Section fields = object.section("fields");
        fields.only(entity.get().attributes().stream().map(Attribute::name).collect(Collectors.toSet()));
        Map<String, String> byAttribute = new LinkedHashMap<>();
        fields.names().forEach(attribute -> byAttribute.put(attribute, fields.required(attribute)));
        if (byAttribute.isEmpty()) {
            fields.wrong("it must name a field for one attribute or more.");
            return Optional.empty();
        }
        return object(name, entityName, byAttribute, object);
    }

    private static Optional<MappedObject> object(
            String name, String entity, Map<String, String> fields, Section section) {
        try {
            return Optional.of(new MappedObject(entity, name, fields));
        } catch (IllegalArgumentException twice) {
            section.wrong(twice.getMessage() + ".");
            return Optional.empty();
        }
    }
}
