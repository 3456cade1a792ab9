package dev.tailback.localorg.metadata;

import java.util.List;
import java.util.Optional;

/** The values of a picklist; a restricted one accepts no others. */
public record Picklist(List<Value> values, boolean restricted) {

    /** One value: {@code name} is stored, {@code label} is shown. */
    public record Value(String name, String label, boolean initial, boolean active) {}

    /** The stored spelling of a value, whatever the case it came in. */
    public Optional<String> canonical(String given) {
        return values.stream()
                .filter(value -> value.active() && value.name().equalsIgnoreCase(given))
                .map(Value::name)
                .findFirst();
    }

    public Optional<String> initial() {
        return values.stream().filter(Value::initial).map(Value::name).findFirst();
    }

    /** What people see for a value; the value itself when the list does not know it. */
    public String label(String value) {
        return values.stream()
                .filter(one -> one.name().equals(value))
                .map(Value::label)
                .findFirst()
                .orElse(value);
    }
}
