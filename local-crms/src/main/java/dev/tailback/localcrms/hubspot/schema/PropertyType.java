package dev.tailback.localcrms.hubspot.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of value a property holds. HubSpot stores and hands out all of them as text. */
public enum PropertyType {
    STRING("text", "textarea", "html", "phonenumber", "file"),
    NUMBER("number", "calculation_equation"),
    DATE("date"),
    DATETIME("date"),
    ENUMERATION("select", "radio", "checkbox"),
    BOOL("booleancheckbox"),
    PHONE_NUMBER("phonenumber");

    private final List<String> fieldTypes;

    PropertyType(String... fieldTypes) {
        this.fieldTypes = List.of(fieldTypes);
    }

    public static Optional<PropertyType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** As HubSpot writes it: {@code phone_number}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How forms may show it; the first is the usual one. */
    public List<String> fieldTypes() {
        return fieldTypes;
    }
}
