package dev.tailback.salesforce.sample;

import java.util.Map;
import java.util.Optional;

/**
 * Some values of one record.
 *
 * @param values each path that was asked for, as asked, with its value as a text; a blank one is empty
 */
public record Sample(String id, Map<String, String> values) {

    public Sample {
        values = Map.copyOf(values);
    }

    public Optional<String> value(String path) {
        return Optional.ofNullable(values.get(path));
    }
}
