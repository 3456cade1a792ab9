package dev.tailback.mapping.check;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What only the object that Tailback writes must keep: a key of its own, and room for nothing but what is written. */
record UsageCheck(Findings findings, Mapping mapping, OrgObject usage) {

    void check() {
        writable();
        usage.field(mapping.field(Idea.EXTERNAL_ID)).ifPresent(this::key);
        usage.field(mapping.field(Idea.CONTRACT_PRODUCT)).ifPresent(this::parent);
        twice();
        unfilled();
    }

    private void writable() {
        if (!usage.isCreateable() || !usage.isUpdateable()) {
            findings.broken(
                    usage.name(),
                    "The integration user may not " + (usage.isCreateable() ? "edit " : "create ") + usage.name()
                            + ", so no usage can be sent.",
                    "Give its permission set Read, Create and Edit on " + usage.name() + ", and no Delete.");
        }
    }

    private void key(OrgField key) {
        String where = usage.name() + "." + key.name();
        String about = Idea.EXTERNAL_ID.path();
        if (!key.isExternalId()) {
            findings.broken(
                    about,
                    where + " is no external id: Salesforce finds no record by it.",
                    "Mark the field as External ID.");
        }
        if (!key.isUnique()) {
            findings.broken(
                    about,
                    where + " is not unique: one entry could become two rows, and be billed twice.",
                    "Mark the field as Unique.");
        }
        if (key.isNillable()) {
            findings.hint(
                    about,
                    where + " may be empty: usage can be made that no entry stands behind.",
                    "Make the field required.");
        }
    }

    private void parent(OrgField parent) {
        if (parent.isNillable()) {
            findings.hint(
                    Idea.CONTRACT_PRODUCT.path(),
                    usage.name() + "." + parent.name() + " is a lookup that may be empty: when somebody deletes a sold "
                            + "line, its usage stays behind and belongs to none.",
                    "Make the lookup required, which also keeps lines with usage from being deleted.");
        }
    }

    private void twice() {
        Map<String, Set<String>> ideas = mapping.fields().entrySet().stream()
                .filter(field -> field.getKey().isWritten())
                .collect(Collectors.groupingBy(
                        field -> field.getValue().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.mapping(field -> field.getKey().path(), Collectors.toCollection(TreeSet::new))));
        ideas.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> findings.broken(
                        String.join(", ", same),
                        "One field cannot hold both: what is written last would stand for all of them.",
                        "Give each a field of its own."));
    }

    /** Only fields of the org's own: what a standard field demands, Salesforce fills by itself. */
    private void unfilled() {
        Set<String> filled = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        mapping.fields().forEach((idea, field) -> {
            if (idea.isWritten()) {
                filled.add(field);
            }
        });
        usage.fields().stream()
                .filter(field -> field.name().endsWith("__c") && !field.isNillable() && field.isCreateable())
                .filter(field -> !field.isDefaulted() && !field.type().equals("boolean"))
                .filter(field -> !filled.contains(field.name()))
                .forEach(this::unfilled);
    }

    private void unfilled(OrgField field) {
        String where = usage.name() + "." + field.name();
        if (field.type().equals("reference")) {
            findings.broken(
                    where,
                    where + " is required, and Tailback does not fill it: Salesforce refuses every new record.",
                    "Make the lookup optional.");
        } else {
            findings.hint(
                    where,
                    where + " is required, and Tailback does not fill it: without a default value Salesforce refuses "
                            + "every new record.",
                    "Give the field a default value, or make it optional.");
        }
    }
}
