package dev.tailback.mapping.suggestion;

import java.util.List;
import java.util.Map;

/**
 * An attribute that a field is looked for.
 *
 * @param path as the vocabulary of customers knows it, {@code company.city}; one that it does not know goes by its words
 * @param words what people call it: its name and its labels
 * @param types that can hold it, and how gladly: 1 for one that is made for it; any other type is no candidate
 */
public record Wanted(String path, List<String> words, Map<String, Double> types) {

    public Wanted {
        words = List.copyOf(words);
        types = Map.copyOf(types);
    }
}
