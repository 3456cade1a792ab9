package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.mapping.declaration.Declaration;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.declaration.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a mapping, and says what is wrong with it. What a CRM really has is another question: {@link MappingCheck}. */
final class CrmMappingFile {

    private static final String FORM = "1";
    private static final int LONGEST_CRM = 60;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_OBJECTS = 100;

    private final Declaration file;
    private final Entities entities;

    CrmMappingFile(String yaml, Entities entities) throws DeclarationInvalid {
        this.file = Declaration.of(yaml);
        this.entities = entities;
    }

    CrmMapping read() throws DeclarationInvalid {
        Section root = file.root();
        root.only(Set.of("form", "crm", "objects"));
        if (!root.required("form").equals(FORM)) {
            root.wrong("'form: " + FORM + "' says how the file is written.");
        }
        String crm = root.required("crm");
        bounded(root, "the name of a CRM", crm, LONGEST_CRM);
        Section declared = root.section("objects");
        if (declared.names().isEmpty() || declared.names().size() > MOST_OBJECTS) {
            root.wrong("'objects' must name 1 to " + MOST_OBJECTS + " objects.");
        }
        List<MappedObject> objects = declared.names().stream()
                .flatMap(name -> object(name, declared.section(name)))
                .toList();
        file.mustBeRight();
        return new CrmMapping(crm, objects);
    }

    private Stream<MappedObject> object(String name, Section section) {
        section.only(Set.of("entity", "fields"));
        bounded(section, "the name of an object", name, LONGEST_NAME);
        String word = section.required("entity");
        Optional<Entity> entity = entities.entity(word);
        if (entity.isEmpty() && !word.isEmpty()) {
            section.wrong("there is no entity '" + word + "'; possible are "
                    + String.join(
                            ", ", entities.all().stream().map(Entity::name).toList()) + ".");
        }
        return entity.stream()
                .map(known -> new MappedObject(known.name(), name, fields(section.section("fields"), known)));
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

    private static void bounded(Section section, String what, String text, int longest) {
        if (text.length() > longest || !text.strip().equals(text)) {
            section.wrong(what + " has " + longest + " letters at most, and no blank at its ends.");
        }
    }
}
