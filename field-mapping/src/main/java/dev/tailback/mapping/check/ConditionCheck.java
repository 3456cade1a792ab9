package dev.tailback.mapping.check;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.FieldTypes;
import dev.tailback.mapping.schema.OrgField;
import java.util.List;

/**
 * Whether a condition can be asked of its field, and whether it can ever hold.
 *
 * @param where the field for people
 */
record ConditionCheck(Findings findings, String about, String where, OrgField field) {

    void check(Condition condition) {
        if (!field.isFilterable()) {
            findings.broken(
                    about,
                    where + " cannot be compared with a value: Salesforce filters by no field of its kind.",
                    "Use a picklist, a checkbox or a text field in the condition.");
        } else if (field.type().equals("boolean")) {
            flag(condition);
        } else if (!FieldTypes.isCompared(field.type()) || condition.isOfFlag()) {
            findings.broken(
                    about,
                    where + " is of type " + field.type() + ", which does not compare with "
                            + String.join(", ", condition.values()) + ".",
                    "Compare a checkbox with true or false, and a picklist or text with its values.");
        } else {
            values(condition.values());
        }
    }

    private void flag(Condition condition) {
        if (!condition.isOfFlag()) {
            findings.broken(
                    about,
                    where + " is a checkbox, and is compared with " + String.join(", ", condition.values()) + ".",
                    "Compare it with true or with false.");
        }
    }

    private void values(List<String> asked) {
        if (field.values().isEmpty()) {
            return;
        }
        asked.stream()
                .filter(value -> !field.values().contains(value))
                .forEach(value -> findings.broken(
                        about,
                        where + " has no active value " + value + "." + Nearest.hint(value, field.values()),
                        "Write the value's API name as the picklist has it: "
                                + String.join(
                                        ", ", field.values().stream().limit(20).toList()) + "."));
    }
}
