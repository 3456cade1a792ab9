package dev.tailback.hub.suggesting;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of one object that a person chose.
 *
 * @param fields by attribute
 */
public record Choice(String entity, String object, Map<String, String> fields) {

    public Choice {
        fields = Map.copyOf(fields);
    }

    /** What is mapped is not changed by a choice, and a field stands for one attribute. */
    void mustFit(CrmMapping mapping) throws DeclarationInvalid {
        Optional<MappedObject> before = mapping.object(object);
        List<String> wrong = new ArrayList<>();
        before.filter(mapped -> !mapped.entity().equals(entity))
                .ifPresent(mapped ->
                        wrong.add(object + " is mapped as " + mapped.entity() + "; change that in the file."));
        Set<String> taken = new HashSet<>(before.map(MappedObject::named).orElse(Set.of()));
        new TreeMap<>(fields).forEach((attribute, field) -> {
            if (before.filter(mapped -> mapped.fields().containsKey(attribute)).isPresent()) {
                wrong.add(attribute + " has a field already; change that in the file.");
            } else if (!taken.add(field)) {
                wrong.add("'" + field + "' stands for something else already: choose another field for " + attribute
                        + ".");
            }
        });
        if (!wrong.isEmpty()) {
            throw new DeclarationInvalid(wrong);
        }
    }
}
