package dev.tailback.hub.drift;

import dev.tailback.mapping.drift.Weight;
import dev.tailback.mapping.schema.OrgField;
import java.util.Arrays;
import java.util.Set;

/** What another type of a field means for the values that are read there and written there. */
final class TypeChange {

    /** Types whose values are alike; the words are {@link dev.tailback.crm.Described}'s. */
    private enum Family {
        TEXT("string", "textarea", "phone", "email", "url", "combobox", "encryptedstring", "id"),
        NUMBER("double", "int", "long", "currency", "percent"),
        CHOICE("picklist"),
        CHOICES("multipicklist"),
        DAY("date"),
        TIME("datetime"),
        FLAG("boolean"),
        REFERENCE("reference"),
        OTHER;

        private final Set<String> types;

        Family(String... types) {
            this.types = Set.of(types);
        }

        static Family of(OrgField field) {
            return Arrays.stream(values())
                    .filter(family -> family.types.contains(field.type()))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    private static final Set<String> CHECKED_TEXTS = Set.of("phone", "email", "url");

    private TypeChange() {}

    static Weight weight(OrgField before, OrgField now) {
        if (before.type().equals(now.type())) {
            return Weight.HARMLESS;
        }
        Family was = Family.of(before);
        Family is = Family.of(now);
        return switch (is) {
            case TEXT -> was == Family.TEXT && !CHECKED_TEXTS.contains(now.type()) ? Weight.HARMLESS : Weight.LOSSY;
            case NUMBER -> was == Family.NUMBER ? Weight.HARMLESS : Weight.BREAKING;
            case CHOICE -> was == Family.TEXT && !now.isRestrictedPicklist() ? Weight.LOSSY : Weight.BREAKING;
            case CHOICES -> was == Family.CHOICE ? Weight.LOSSY : Weight.BREAKING;
            case DAY, TIME -> was == Family.DAY || was == Family.TIME ? Weight.LOSSY : Weight.BREAKING;
            case FLAG, REFERENCE, OTHER -> Weight.BREAKING;
        };
    }
}
