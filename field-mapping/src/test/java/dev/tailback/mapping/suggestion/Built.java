package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.List;
import java.util.Optional;

/** Small objects for single cases. */
final class Built {

    private Built() {}

    static OrgObject object(String name, OrgField... fields) {
        return new OrgObject(name, name.replace("__c", ""), true, true, true, List.of(fields), List.of());
    }

    static OrgObject with(OrgObject object, OrgObject.ChildRelationship... children) {
        return new OrgObject(
                object.name(),
                object.label(),
                object.isQueryable(),
                object.isCreateable(),
                object.isUpdateable(),
                object.fields(),
                List.of(children));
    }

    static OrgField field(String name, String type) {
        return field(name, type, true, Optional.empty(), List.of());
    }

    static OrgField readOnly(String name, String type) {
        return field(name, type, false, Optional.empty(), List.of());
    }

    static OrgField lookup(String name, String object) {
        return field(name, "reference", true, Optional.of(object), List.of());
    }

    static OrgField picklist(String name, String... values) {
        return field(name, "picklist", true, Optional.empty(), List.of(values));
    }

    private static OrgField field(
            String name, String type, boolean isWritable, Optional<String> target, List<String> values) {
        return new OrgField(
                name,
                name.replace("__c", "").replace('_', ' '),
                type,
                0,
                0,
                0,
                true,
                false,
                isWritable,
                isWritable,
                true,
                false,
                false,
                false,
                false,
                target.stream().toList(),
                target.map(object -> name.replace("__c", "__r")),
                values);
    }
}
