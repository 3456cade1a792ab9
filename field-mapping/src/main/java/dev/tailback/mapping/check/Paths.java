package dev.tailback.mapping.check;

import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows paths over relationships to their field, and says where one does not lead on. */
record Paths(OrgSchema schema, Findings findings) {

    /** All that Salesforce lets one read over a lookup to several objects, such as an owner. */
    private static final OrgObject SEVERAL = new OrgObject(
            "Name",
            "Name",
            true,
            false,
            false,
            Stream.of("Id", "Name", "Type").map(Paths::text).toList(),
            List.of());

    /** Empty where it leads nowhere; that is found then. */
    Optional<OrgField> end(String about, OrgObject start, String path) {
        FieldPath way = FieldPath.of(path);
        Optional<OrgObject> reached = Optional.of(start);
        for (String relationship : way.relationships()) {
            reached = reached.flatMap(from -> next(about, from, relationship));
        }
        return reached.flatMap(last -> field(about, last, way.field()));
    }

    private Optional<OrgObject> next(String about, OrgObject from, String relationship) {
        Optional<OrgField> reference = from.reference(relationship);
        if (reference.isEmpty()) {
            findings.broken(
                    about,
                    from.name() + " has no relationship " + relationship + " that the integration user may follow."
                            + meant(from, relationship),
                    "Write the relationship, not the lookup's own name (Account for AccountId, Order__r for Order__c); "
                            + "if it is right, let the integration user's permission set read the lookup behind it.");
            return Optional.empty();
        }
        List<String> targets = reference.get().referenceTo();
        return targets.size() > 1 ? Optional.of(SEVERAL) : target(about, from, relationship, targets);
    }

    private static String meant(OrgObject from, String relationship) {
        return from.field(relationship)
                .flatMap(OrgField::relationshipName)
                .map(name -> " The relationship of " + relationship + " is " + name + ".")
                .orElseGet(() -> Nearest.hint(
                        relationship,
                        from.fields().stream()
                                .flatMap(field -> field.relationshipName().stream())
                                .toList()));
    }

    private Optional<OrgObject> target(String about, OrgObject from, String relationship, List<String> targets) {
        Optional<OrgObject> reached = targets.stream().findFirst().flatMap(schema::object);
        if (reached.isEmpty()) {
            String object = String.join(", ", targets);
            findings.broken(
                    about,
                    "The way over " + from.name() + "." + relationship + " leads to " + object
                            + ", which the integration user may not see.",
                    "Give the integration user's permission set Read on " + object + ".");
        }
        return reached;
    }

    private Optional<OrgField> field(String about, OrgObject object, String name) {
        Optional<OrgField> field = object.field(name);
        if (field.isEmpty()) {
            List<String> names = object.fields().stream().map(OrgField::name).toList();
            findings.broken(
                    about,
                    object.name() + " has no field " + name + " that the integration user may see."
                            + Nearest.hint(name, names),
                    "Name the field by its API name; if it is there, let the integration user's permission set read "
                            + "it (field-level security).");
        }
        return field;
    }

    private static OrgField text(String name) {
        return new OrgField(
                name,
                name,
                "string",
                255,
                0,
                0,
                true,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                List.of(),
                Optional.empty(),
                List.of());
    }
}
