package dev.tailback.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One level of a mapping's file; what is wrong in it is added to the reasons. */
record Branch(String place, Map<?, ?> values, List<String> reasons) {

    /** What a condition compares with. */
    private static final int MOST_VALUES = 50;

    private static final int LONGEST_VALUE = 255;

    boolean has(String key) {
        return values.containsKey(key);
    }

    Object value(String key) {
        return Objects.requireNonNullElse(values.get(key), "");
    }

    List<String> keys() {
        return values.keySet().stream().map(String::valueOf).sorted().toList();
    }

    /** Anything else is a reason, since a word that is written wrongly would otherwise count for nothing. */
    void only(Set<String> known) {
        keys().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> reasons.add(place + " has " + Shown.quoted(key)
                        + ", which is not known there. Known are " + String.join(", ", new TreeSet<>(known)) + "."));
    }

    Optional<String> text(String key) {
        if (values.get(key) instanceof String text && !text.isBlank()) {
            return Optional.of(text.strip());
        }
        reasons.add(path(key) + " is missing: give it a text.");
        return Optional.empty();
    }

    Branch branch(String key) {
        if (values.get(key) instanceof Map<?, ?> map) {
            return new Branch(path(key), map, reasons);
        }
        reasons.add(path(key) + " is missing: it holds more lines, each further to the right.");
        return new Branch(path(key), Map.of(), new ArrayList<>());
    }

    /** The same for one that may be missing. */
    Branch optional(String key) {
        return has(key) ? branch(key) : new Branch(path(key), Map.of(), reasons);
    }

    /** One value or a list of them, each a text, a number or true or false. */
    List<String> values(String key) {
        Object value = values.get(key);
        List<String> all = (value instanceof List<?> list ? list.stream() : Stream.ofNullable(value))
                .filter(Branch::isPlain)
                .map(one -> String.valueOf(one).strip())
                .toList();
        boolean isWhole = !(value instanceof List<?> list) || list.size() == all.size();
        if (all.isEmpty() || all.size() > MOST_VALUES || !isWhole) {
            reasons.add(path(key) + " must be one value or a list of 1 to " + MOST_VALUES + ", as [Completed, Closed], "
                    + "or true for a checkbox.");
            return List.of();
        }
        return all;
    }

    private static boolean isPlain(Object value) {
        return value instanceof Boolean
                || value instanceof Number
                || value instanceof String text && !text.isBlank() && text.length() <= LONGEST_VALUE;
    }

    private String path(String key) {
        return place.equals("the file") ? key : place + "." + key;
    }
}
