package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Kind;
import dev.tailback.mapping.schema.OrgField;

/** How well a field can hold an idea, whatever its name: 0 where its type or this user's rights make it impossible. */
final class Fitting {

    private Fitting() {}

    static double of(Idea idea, OrgField field) {
        if (idea.isWritten() && !(field.isCreateable() && field.isUpdateable())) {
            return 0;
        }
        if (idea == Idea.EXTERNAL_ID) {
            return field.isExternalId() && field.isUnique() && field.type().equals("string") ? 1 : 0;
        }
        return idea.isWritten() ? written(idea.kind(), field.type()) : read(idea.kind(), field.type());
    }

    private static double written(Kind kind, String type) {
        return switch (kind) {
            case TEXT -> type.equals("string") ? 1 : type.equals("textarea") ? 0.85 : 0;
            case NUMBER, MONEY -> isNumber(type) ? 1 : 0;
            case DATE, TIME, FLAG, LINK, REFERENCE, STATUS -> read(kind, type);
        };
    }

    private static double read(Kind kind, String type) {
        return switch (kind) {
            case TEXT -> text(type);
            case NUMBER -> isNumber(type) ? 1 : 0;
            case MONEY -> type.equals("currency") ? 1 : isNumber(type) ? 0.85 : 0;
            case DATE -> type.equals("date") ? 1 : 0;
            case TIME -> type.equals("datetime") ? 1 : 0;
            case FLAG -> type.equals("boolean") ? 1 : 0;
            case LINK -> type.equals("url") ? 1 : type.equals("string") || type.equals("textarea") ? 0.8 : 0;
            case REFERENCE -> type.equals("reference") ? 1 : 0;
            case STATUS ->
                switch (type) {
                    case "picklist" -> 1;
                    case "combobox", "boolean" -> 0.95;
                    case "string" -> 0.7;
                    default -> 0;
                };
        };
    }

    private static double text(String type) {
        return switch (type) {
            case "string" -> 1;
            case "picklist", "combobox" -> 0.95;
            case "textarea" -> 0.6;
            default -> 0;
        };
    }

    private static boolean isNumber(String type) {
        return type.equals("double") || type.equals("int") || type.equals("long");
    }
}
