package dev.tailback.mapping.generator;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.schema.OrgField;
import java.util.Set;

/** The condition of a fulfilled contract as a formula, over the org's own picklist, text or checkbox. */
record Fulfilled(Condition condition, String type) {

    private static final Set<String> TEXTS = Set.of("string", "combobox");

    static Fulfilled of(Condition condition, OrgField field) {
        return new Fulfilled(condition, field.type());
    }

    /** Whether a formula can ask such a field for such values. */
    boolean isAskable() {
        return type.equals("boolean")
                ? condition.isOfFlag()
                : type.equals("picklist") || type.equals("multipicklist") || TEXTS.contains(type);
    }

    /** @param before the way to the contract, with a dot at its end; empty on the contract itself */
    String formula(String before) {
        return of(before + condition.field());
    }

    /** The same of the values before the save; only for a field of the contract itself. */
    String before() {
        return of("PRIORVALUE(" + condition.field() + ")");
    }

    private String of(String field) {
        if (type.equals("boolean")) {
            return condition.values().get(0).equals("true") ? field : "NOT(" + field + ")";
        }
        return Formula.any(condition.values().stream()
                .map(value -> comparison(field, Formula.text(value)))
                .toList());
    }

    private String comparison(String field, String value) {
        return switch (type) {
            case "picklist" -> "ISPICKVAL(" + field + ", " + value + ")";
            case "multipicklist" -> "INCLUDES(" + field + ", " + value + ")";
            default -> field + " = " + value;
        };
    }
}
