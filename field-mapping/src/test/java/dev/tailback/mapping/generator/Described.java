package dev.tailback.mapping.generator;

import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds what an org says of an object. */
final class Described {

    private final String name;
    private final List<OrgField> fields = new ArrayList<>();

    private Described(String name) {
        this.name = name;
    }

    /** One whose rows belong to people. */
    static Described object(String name) {
        return detail(name).reference("OwnerId", true, "User");
    }

    /** One whose rows belong to their master. */
    static Described detail(String name) {
        return new Described(name).field("Name", "string");
    }

    Described field(String field, String type) {
        return add(field, type, true, false, List.of());
    }

    Described computed(String field, String type) {
        return add(field, type, true, true, List.of());
    }

    Described reference(String field, boolean isNillable, String to) {
        return add(field, "reference", isNillable, false, List.of(to));
    }

    private Described add(String field, String type, boolean isNillable, boolean isCalculated, List<String> to) {
        Optional<String> relationship = to.isEmpty() ? Optional.empty() : Optional.of(FieldPath.relationship(field));
        fields.add(new OrgField(
                field,
                field,
                type,
                0,
                18,
                2,
                isNillable,
                false,
                true,
                !isCalculated,
                true,
                false,
                false,
                isCalculated,
                false,
                to,
                relationship,
                List.of()));
        return this;
    }

    OrgObject done() {
        return done(name.replace("__c", "").replace('_', ' '));
    }

    OrgObject done(String label) {
        return new OrgObject(name, label, true, true, true, fields, List.of());
    }
}
