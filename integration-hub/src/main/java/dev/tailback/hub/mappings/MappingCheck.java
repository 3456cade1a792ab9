package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares a mapping with what a CRM has, as the user of the connection sees it: one sentence for each mistake. */
public final class MappingCheck {

    private final OrgSchema schema;
    private final Entities entities;

    public MappingCheck(OrgSchema schema, Entities entities) {
        this.schema = schema;
        this.entities = entities;
    }

    /** @return nothing when the mapping can be used */
    public List<String> wrongIn(CrmMapping mapping) {
        return mapping.objects().stream()
                .flatMap(mapped -> schema.object(mapped.object())
                        .map(found -> object(mapped, found))
                        .orElseGet(() -> Stream.of(mapped.object()
                                + " is not there, or this user may not see it: correct its name or give the right.")))
                .toList();
    }

    private Stream<String> object(MappedObject mapped, OrgObject found) {
        return Stream.concat(
                new TreeMap<>(mapped.fields())
                        .entrySet().stream()
                                .flatMap(line -> field(mapped, found, line.getKey(), line.getValue()).stream()),
                mapped.creates().stream().flatMap(creates -> new CreateCheck(mapped, creates, found).wrong()));
    }

    private Optional<String> field(MappedObject mapped, OrgObject object, String attribute, String name) {
        String place = mapped.object() + "." + name;
        Optional<OrgField> field =
                object.fields().stream().filter(one -> one.name().equals(name)).findFirst();
        if (field.isEmpty()) {
            return Optional.of(absent(object, place, name));
        }
        return field.flatMap(found -> writable(place, found).or(() -> type(mapped, place, attribute, found)));
    }

    static String absent(OrgObject object, String place, String name) {
        return place + " is not there, or this user may not see it"
                + object.field(name)
                        .map(other -> "; is it " + other.name() + "?")
                        .orElse(": correct its name or give the right.");
    }

    private static Optional<String> writable(String place, OrgField field) {
        if (field.isUpdateable()) {
            return Optional.empty();
        }
        return Optional.of(place + " cannot be written by this user: "
                + (field.isCalculated()
                        ? "the CRM calculates it; choose another field."
                        : "give the right to change it, or choose another field."));
    }

    private Optional<String> type(MappedObject mapped, String place, String attribute, OrgField field) {
        return entities.entity(mapped.entity())
                .flatMap(entity -> entity.attribute(attribute))
                .filter(known -> !FieldTypes.canHold(known.kind(), field.type()))
                .map(known -> place + " has the type " + field.type() + ", which cannot hold "
                        + known.kind().word() + " (" + attribute + "): choose another field.");
    }
}
