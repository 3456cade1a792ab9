package dev.tailback.pages;

import java.util.List;
import java.util.Map;

/** The fields of a form as they came: one text, several, or none at all. */
record FormFields(Map<String, Object> fields) {

    String text(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    List<String> all(String name) {
        Object value = fields.get(name);
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
