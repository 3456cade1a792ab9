package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.FieldType;

/** The types formulas calculate with. */
enum ValueType {
    TEXT("text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    DATE("a date"),
    DATETIME("a date and time"),
    TIME("a time"),
    PICKLIST("a picklist"),
    MULTIPICKLIST("a multi-select picklist"),
    BLANK("NULL");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isPicked() {
        return this == PICKLIST || this == MULTIPICKLIST;
    }

    static ValueType of(FieldType type) {
        return switch (type) {
            case ID, REFERENCE, STRING, TEXTAREA, EMAIL, PHONE, URL, COMBOBOX -> TEXT;
            case INT, DOUBLE, CURRENCY, PERCENT -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case DATETIME -> DATETIME;
            case TIME -> TIME;
            case PICKLIST -> PICKLIST;
            case MULTIPICKLIST -> MULTIPICKLIST;
        };
    }
}
