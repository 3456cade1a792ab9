package dev.tailback.hub.mappings;

import dev.tailback.hub.entity.AttributeKind;
import java.util.Set;

/** Which types of fields can hold which kinds of attributes. A type that is not known here is left to the CRM. */
final class FieldTypes {

    private static final Set<String> NUMBERS = Set.of("double", "int", "long", "currency", "percent");
    private static final Set<String> DATES = Set.of("date", "datetime");
    private static final Set<String> FLAGS = Set.of("boolean");
    private static final Set<String> REFERENCES = Set.of("reference", "id");
    private static final Set<String> CHOICES = Set.of("picklist", "multipicklist", "combobox");
    private static final Set<String> TEXTS =
            Set.of("string", "textarea", "phone", "email", "url", "encryptedstring", "combobox");

    private FieldTypes() {}

    static boolean canHold(AttributeKind kind, String type) {
        return isText(type) || !isKnown(type) || fits(kind).contains(type);
    }

    /** A text may be a choice in a CRM, as an industry is. */
    private static Set<String> fits(AttributeKind kind) {
        return switch (kind) {
            case NUMBER, MONEY -> NUMBERS;
            case DATE -> DATES;
            case FLAG -> FLAGS;
            case CHOICE, LIST, COUNTRY, TEXT -> CHOICES;
            case REFERENCE -> REFERENCES;
            case COMPANY_NAME, PERSON_NAME, EMAIL, PHONE, DOMAIN, POSTAL_CODE -> Set.of();
        };
    }

    private static boolean isText(String type) {
        return TEXTS.contains(type);
    }

    private static boolean isKnown(String type) {
        return isText(type)
                || NUMBERS.contains(type)
                || DATES.contains(type)
                || FLAGS.contains(type)
                || REFERENCES.contains(type)
                || CHOICES.contains(type);
    }
}
