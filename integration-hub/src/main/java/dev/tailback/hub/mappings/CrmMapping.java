package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The mapping of one CRM.
 *
 * @param crm its name here
 * @param objects in the order of the file
 */
public record CrmMapping(String crm, List<MappedObject> objects) {

    public CrmMapping {
        objects = List.copyOf(objects);
    }

    /** @throws DeclarationInvalid with every reason, if the file cannot be used for these entities */
    public static CrmMapping read(String yaml, Entities entities) throws DeclarationInvalid {
        return new CrmMappingFile(yaml, entities).read();
    }

    /** As a file that {@link #read} takes. */
    public String yaml() {
        return new CrmMappingText(this).yaml();
    }

    /** What the file may hold, for editors. */
    public static String schema() {
        try (InputStream file = Objects.requireNonNull(
                CrmMapping.class.getResourceAsStream("crm-mapping.schema.json"), "the schema is not in the jar")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Optional<MappedObject> object(String name) {
        return objects.stream().filter(mapped -> mapped.object().equals(name)).findFirst();
    }

    /** The field that stands for an attribute. */
    public Optional<String> field(String object, String attribute) {
        return object(object)
                .flatMap(mapped -> Optional.ofNullable(mapped.fields().get(attribute)));
    }
}
