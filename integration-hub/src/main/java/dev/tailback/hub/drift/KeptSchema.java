package dev.tailback.hub.drift;

import dev.tailback.mapping.drift.SeenObject;
import dev.tailback.mapping.drift.SeenSchema;
import dev.tailback.mapping.drift.SeenText;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Optional;

/** Schemas and fields as the database keeps them. */
final class KeptSchema {

    private KeptSchema() {}

    /** Beyond it, long lists of choices are not kept: half of what can be read again. */
    private static final int LONGEST = 4 * 1024 * 1024;

    static String write(OrgSchema schema) {
        String all = text(schema);
        return all.length() <= LONGEST ? all : text(withoutChoices(schema));
    }

    private static OrgSchema withoutChoices(OrgSchema schema) {
        return new OrgSchema(schema.objects().stream()
                .map(object -> new OrgObject(
                        object.name(),
                        object.label(),
                        object.isQueryable(),
                        object.isCreateable(),
                        object.isUpdateable(),
                        object.fields().stream().map(KeptSchema::withoutChoices).toList(),
                        List.of()))
                .toList());
    }

    private static OrgField withoutChoices(OrgField field) {
        return new OrgField(
                field.name(),
                field.label(),
                field.type(),
                field.length(),
                field.precision(),
                field.scale(),
                field.isNillable(),
                field.isDefaulted(),
                field.isCreateable(),
                field.isUpdateable(),
                field.isFilterable(),
                field.isUnique(),
                field.isExternalId(),
                field.isCalculated(),
                field.isRestrictedPicklist(),
                field.referenceTo(),
                field.relationshipName(),
                List.of());
    }

    private static String text(OrgSchema schema) {
        return SeenText.write(new SeenSchema(schema.objects().stream()
                .map(object -> new SeenObject(object, List.of()))
                .toList()));
    }

    static OrgSchema read(String text) {
        return new OrgSchema(
                SeenText.read(text).objects().stream().map(SeenObject::object).toList());
    }

    static String write(OrgField field) {
        return write(new OrgSchema(List.of(new OrgObject("one", "one", true, true, true, List.of(field), List.of()))));
    }

    static Optional<OrgField> field(String text, String name) {
        return read(text).objects().stream()
                .flatMap(object -> object.field(name).stream())
                .findFirst();
    }
}
