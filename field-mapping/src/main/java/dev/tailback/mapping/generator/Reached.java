package dev.tailback.mapping.generator;

import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field that a path comes by, and the object it belongs to. */
record Reached(OrgObject object, OrgField field) {

    /** Every reference on the way and the field at its end; ends earlier where the org has no way on. */
    static List<Reached> along(OrgSchema schema, OrgObject from, String path) {
        List<Reached> reached = new ArrayList<>();
        Optional<OrgObject> at = Optional.of(from);
        for (String relationship : FieldPath.of(path).relationships()) {
            Optional<OrgObject> here = at;
            Optional<Reached> step =
                    here.flatMap(object -> object.reference(relationship).map(field -> new Reached(object, field)));
            step.ifPresent(reached::add);
            at = step.flatMap(found -> found.target(schema));
        }
        at.flatMap(object -> object.field(FieldPath.of(path).field()).map(field -> new Reached(object, field)))
                .ifPresent(reached::add);
        return reached;
    }

    /** The field at the end of a path. */
    static Optional<Reached> at(OrgSchema schema, OrgObject from, String path) {
        List<Reached> reached = along(schema, from, path);
        return reached.size() == FieldPath.of(path).steps().size()
                ? Optional.of(reached.get(reached.size() - 1))
                : Optional.empty();
    }

    private Optional<OrgObject> target(OrgSchema schema) {
        return field.referenceTo().stream()
                .flatMap(name -> schema.object(name).stream())
                .findFirst();
    }

    /** Whether a permission set may name the field: Salesforce grants required and standard ones in other ways. */
    boolean isGrantable() {
        return field.name().endsWith("__c")
                && (field.isNillable() || field.type().equals("boolean"));
    }
}
