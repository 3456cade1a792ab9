package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.mapping.declaration.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads which objects of a CRM hold which entity, and which field stands for which attribute. */
public final class MappedObjectLines {

    private static final int LONGEST_NAME = 100;

    private final Entities entities;
    private final int most;

    /** @param most objects of one CRM */
    public MappedObjectLines(Entities entities, int most) {
        this.entities = entities;
        this.most = most;
    }

    /** What is wrong becomes a reason of the file. */
    public List<MappedObject> read(Section objects) {
        if (objects.names().isEmpty() || objects.names().size() > most) {
            objects.wrong("it must name 1 to " + most + " objects.");
        }
        List<MappedObject> read = objects.names().stream()
                .flatMap(name -> object(name, objects.section(name)))
                .toList();
        createdOnce(objects, read);
        return read;
    }

    /** A customer that is created in two objects of a CRM would be there twice. */
    private static void createdOnce(Section objects, List<MappedObject> read) {
        Map<String, String> creating = new HashMap<>();
        read.stream()
                .filter(mapped -> mapped.creates().isPresent())
                .forEach(mapped -> Optional.ofNullable(creating.putIfAbsent(mapped.entity(), mapped.object()))
                        .ifPresent(other -> objects.wrong("a " + mapped.entity() + " is created in " + other
                                + " and in " + mapped.object() + "; take 'create' out of one of them.")));
    }

    private Stream<MappedObject> object(String name, Section section) {
        section.only(Set.of("entity", "create", "fields"));
        bounded(section, "the name of an object", name, LONGEST_NAME);
        String word = section.required("entity");
        Optional<Entity> entity = entities.entity(word);
        if (entity.isEmpty() && !word.isEmpty()) {
            section.wrong("there is no entity '" + word + "'; possible are "
                    + String.join(
                            ", ", entities.all().stream().map(Entity::name).toList()) + ".");
        }
        return entity.stream().map(known -> {
            MappedObject mapped = new MappedObject(known.name(), name, fields(section.section("fields"), known));
            return section.has("create")
                    ? new CreateLines(mapped, known)
                            .read(section.section("create"))
                            .map(mapped::creating)
                            .orElse(mapped)
                    : mapped;
        });
    }

    /** By attribute. A field that stands for two is left out the second time, and said. */
    private static Map<String, String> fields(Section section, Entity entity) {
        if (section.names().isEmpty()) {
            section.wrong("there must be at least one line 'attribute: field'.");
        }
        Map<String, String> fields = new HashMap<>();
        Map<String, String> taken = new HashMap<>();
        for (String attribute : section.names()) {
            if (entity.attribute(attribute).isEmpty()) {
                section.wrong("'" + attribute + "' is no attribute of " + entity.name() + ".");
            }
            String field = section.required(attribute);
            bounded(section, "the name of a field", field, LONGEST_NAME);
            Optional<String> other = Optional.ofNullable(taken.putIfAbsent(field, attribute));
            other.ifPresentOrElse(
                    first -> section.wrong(
                            "'" + field + "' stands for " + first + " and " + attribute + "; one of them must go."),
                    () -> fields.put(attribute, field));
        }
        return fields;
    }

    static void bounded(Section section, String what, String text, int longest) {
        if (text.length() > longest || !text.strip().equals(text)) {
            section.wrong(what + " has " + longest + " letters at most, and no blank at its ends.");
        }
    }
}
