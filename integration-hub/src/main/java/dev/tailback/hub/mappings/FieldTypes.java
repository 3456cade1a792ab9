package dev.tailback.hub.mappings;

import dev.tailback.hub.entity.AttributeKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which types of fields can hold which kinds of attributes. A type that is not known here is left to the CRM. */
public final class FieldTypes {

    private static final Set<String> NUMBERS = Set.of("double", "int", "long", "currency", "percent");
    private static final Set<String> DATES = Set.of("date", "datetime");
    private static final Set<String> FLAGS = Set.of("boolean");
    private static final Set<String> REFERENCES = Set.of("reference", "id");
    private static final Set<String> CHOICES = Set.of("picklist", "multipicklist", "combobox");
    private static final Set<String> TEXTS =
            Set.of("string", "textarea", "phone", "email", "url", "encryptedstring", "combobox");

    private static final double AS_TEXT = 0.75;
    private static final double HARDLY = 0.5;

    private FieldTypes() {}

    /** How gladly each type that can hold it does: 1 for one that is made for it. */
    public static Map<String, Double> gladly(AttributeKind kind) {
        Map<String, Double> types = new HashMap<>();
        Set.of("string", "textarea", "combobox").forEach(type -> types.put(type, asText(kind)));
        fits(kind).forEach(type -> types.put(type, 1.0));
        madeFor(kind).forEach(type -> types.put(type, 1.0));
        return Map.copyOf(types);
    }

    /** A text can hold everything; what leads to another record is seldom one. */
    private static double asText(AttributeKind kind) {
        return switch (kind) {
            case NUMBER, MONEY, DATE, FLAG -> AS_TEXT;
            case REFERENCE -> HARDLY;
            case TEXT, COMPANY_NAME, PERSON_NAME, EMAIL, PHONE, DOMAIN, COUNTRY, POSTAL_CODE, CHOICE, LIST -> 1;
        };
    }

    private static Set<String> madeFor(AttributeKind kind) {
        return switch (kind) {
            case EMAIL -> Set.of("email");
            case PHONE -> Set.of("phone");
            case DOMAIN -> Set.of("url");
            default -> Set.of();
        };
    }

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
