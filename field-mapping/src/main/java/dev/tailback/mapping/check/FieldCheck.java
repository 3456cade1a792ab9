package dev.tailback.mapping.check;

import dev.tailback.mapping.FieldTypes;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Kind;
import dev.tailback.mapping.schema.OrgField;
import java.util.Map;
import java.util.Set;

/**
 * Whether one field can stand for one idea.
 *
 * @param where the field for people, as {@code Order.Account.Name}
 */
record FieldCheck(Findings findings, Idea idea, String where, OrgField field) {

    /** What Tailback searches, narrows or orders by. */
    private static final Set<Idea> ASKED_BY = Set.of(
            Idea.NUMBER,
            Idea.CUSTOMER_NAME,
            Idea.FULFILLED,
            Idea.FULFILLED_ON,
            Idea.CONTRACT,
            Idea.EXTERNAL_ID,
            Idea.CONTRACT_PRODUCT,
            Idea.CANCELLED);

    /** The longest texts that Tailback writes, in letters. */
    private static final Map<Idea, Integer> LETTERS = Map.of(
            Idea.EXTERNAL_ID, 36,
            Idea.AD_REFERENCE, 21,
            Idea.AD_TITLE, 200,
            Idea.CUSTOMER_REFERENCE, 80,
            Idea.AD_LINK, 255);

    /** Digits before the point: an entry has a million units at most, and a correction is a version. */
    private static final Map<Idea, Integer> DIGITS = Map.of(Idea.UNITS, 7, Idea.VERSION, 6);

    private static final Set<Idea> COUNTED = Set.of(Idea.UNITS_CONSUMED, Idea.CONSUMED, Idea.AVAILABLE, Idea.LOCKED);

    void check() {
        type();
        if (idea.isWritten()) {
            rights();
            letters();
            digits();
        }
        if (ASKED_BY.contains(idea) && !field.isFilterable()) {
            findings.broken(
                    idea.path(),
                    where + " cannot be searched: Salesforce filters by no field of its kind.",
                    "Map a field of a shorter type, such as Text, or a formula of type Text over it.");
        }
        if (COUNTED.contains(idea) && !field.isCalculated()) {
            findings.hint(
                    idea.path(),
                    where + " is neither a roll-up nor a formula: it is right only as long as something in the org "
                            + "counts it.",
                    "Make it a roll-up or a formula, or leave " + idea.key()
                            + " out of the mapping: Tailback then computes it.");
        }
    }

    private void type() {
        Set<String> fitting = FieldTypes.of(idea).keySet();
        if (fitting.contains(field.type())) {
            return;
        }
        boolean isLookup = field.type().equals("reference");
        findings.broken(
                idea.path(),
                where + " is of type " + field.type() + ", and " + idea.path() + " needs "
                        + idea.kind().words() + ".",
                isLookup && idea.kind() == Kind.TEXT
                        ? "Name a field of the other object, as "
                                + field.relationshipName().orElse("Product2") + ".Name."
                        : "Map a field of type "
                                + String.join(" or ", fitting.stream().sorted().toList())
                                + ", or make a formula of that type over this one.");
    }

    private void rights() {
        if (field.isCalculated()) {
            findings.broken(
                    idea.path(),
                    where + " is computed by Salesforce, so Tailback cannot write it.",
                    "Map a field that people could fill, or make one.");
        } else if (!field.isCreateable()) {
            findings.broken(
                    idea.path(),
                    "The integration user may not fill " + where + " in a new record.",
                    "Let the integration user's permission set edit the field (field-level security).");
        } else if (!field.isUpdateable()) {
            findings.broken(
                    idea.path(),
                    "The integration user may not change " + where
                            + ": Salesforce then refuses every repeated send of the record.",
                    field.type().equals("reference")
                            ? "Allow reparenting in the master-detail field, and freeze it by a validation rule with "
                                    + "[USAGE_IDENTITY]; in a lookup, let the permission set edit it."
                            : "Let the integration user's permission set edit the field (field-level security).");
        }
    }

    private void letters() {
        int needed = LETTERS.getOrDefault(idea, 0);
        if (field.length() > 0 && field.length() < needed) {
            findings.broken(
                    idea.path(),
                    where + " holds " + field.length() + " letters, and " + idea.meaning() + " can have " + needed
                            + ": Salesforce refuses a longer one.",
                    "Make the field " + needed + " letters long, or map another.");
        }
    }

    private void digits() {
        int needed = DIGITS.getOrDefault(idea, 0);
        int held = field.precision() - field.scale();
        if (field.precision() > 0 && held < needed) {
            findings.broken(
                    idea.path(),
                    where + " holds " + held + " digits before the point, and " + idea.meaning() + " can have " + needed
                            + ".",
                    "Give the field more digits, as Number(18, 0), or map another.");
        }
    }
}
