package dev.tailback.mapping.check;

import dev.tailback.mapping.Kind;
import java.util.Set;

/** Which types of Salesforce's fields can stand for a kind. */
final class Types {

    private static final Set<String> TEXTS =
            Set.of("string", "textarea", "picklist", "combobox", "phone", "email", "url", "id");

    private Types() {}

    /** Of a field that is only read. */
    static Set<String> read(Kind kind) {
        return switch (kind) {
            case TEXT -> TEXTS;
            case NUMBER, MONEY -> Set.of("double", "int", "long", "currency");
            case DATE -> Set.of("date");
            case TIME -> Set.of("datetime");
            case FLAG -> Set.of("boolean");
            case LINK -> Set.of("url", "string", "textarea");
            case REFERENCE -> Set.of("reference");
            case STATUS -> Set.of("picklist", "combobox", "string", "boolean");
        };
    }

    /** Of a field that must take whatever Tailback writes. */
    static Set<String> written(Kind kind) {
        return switch (kind) {
            case TEXT -> Set.of("string", "textarea");
            case NUMBER, MONEY -> Set.of("double", "int", "long");
            case DATE, TIME, FLAG, LINK, REFERENCE, STATUS -> read(kind);
        };
    }

    /** Whether a condition compares it with texts. */
    static boolean isText(String type) {
        return TEXTS.contains(type) || type.equals("reference");
    }
}
