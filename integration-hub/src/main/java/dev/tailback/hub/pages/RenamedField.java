package dev.tailback.hub.pages;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.drift.Rename;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.web.input.Form;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The mapping in force, with one attribute that stands for the field that is suggested for it. */
@Singleton
class RenamedField {

    private final Entities entities;

    RenamedField(Entities entities) {
        this.entities = entities;
    }

    /** @throws Problem 409 when nobody suggests that any more */
    String yaml(String inForce, List<Rename> suggestions, Form form) {
        Rename chosen = suggestions.stream()
                .filter(rename -> rename.object().equals(form.text("object")))
                .filter(rename -> rename.attribute().equals(form.text("attribute")))
                .filter(rename -> rename.field().equals(form.text("field")))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        HttpStatus.CONFLICT,
                        "not_open",
                        "Nothing was done: this name is not suggested any more. Look at the list again."));
        return applied(read(inForce), chosen).yaml();
    }

    private CrmMapping read(String inForce) {
        try {
            return CrmMapping.read(inForce, entities);
        } catch (DeclarationInvalid unreadable) {
            throw new IllegalStateException("the mapping in force cannot be read", unreadable);
        }
    }

    private static CrmMapping applied(CrmMapping mapping, Rename rename) {
        List<MappedObject> objects = mapping.objects().stream()
                .map(mapped -> mapped.object().equals(rename.object()) ? applied(mapped, rename) : mapped)
                .toList();
        return new CrmMapping(mapping.crm(), objects);
    }

    private static MappedObject applied(MappedObject mapped, Rename rename) {
        Map<String, String> fields = new HashMap<>(mapped.fields());
        fields.put(rename.attribute(), rename.field());
        return mapped.withFields(fields);
    }
}
