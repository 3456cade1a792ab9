package dev.tailback.mapping;

import java.util.List;

/**
 * Holds when a field has one of these values. A checkbox has {@code true} or {@code false}.
 *
 * @param field a field's API name, or a path to one over relationships
 * @param values one or more
 */
public record Condition(String field, List<String> values) {

    private static final List<String> FLAGS = List.of("true", "false");

    public Condition {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the condition on " + field + " has no value: name one or more");
        }
        values = List.copyOf(values);
    }

    /** Whether it asks a checkbox. */
    public boolean isOfFlag() {
        return values.size() == 1 && FLAGS.contains(values.get(0));
    }
}
