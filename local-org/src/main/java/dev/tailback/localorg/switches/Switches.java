package dev.tailback.localorg.switches;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** How the switches are set. */
public final class Switches {

    private final Map<Switch, String> beginning;
    private volatile Map<Switch, String> set;

    /**
     * @param beginning values by the switches' words; the others are set to the best guess
     * @throws IllegalArgumentException in one sentence, when there is no such switch or value
     */
    public Switches(Map<String, String> beginning) {
        this.beginning = read(beginning);
        this.set = this.beginning;
    }

    /** Reads {@code locked-row-status=400,unreadable-record=record}, as the environment gives it. */
    public static Map<String, String> parsed(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String one : text.split(",")) {
            if (!one.isBlank()) {
                int equals = one.indexOf('=');
                values.put(
                        equals < 0 ? one.strip() : one.substring(0, equals).strip(),
                        equals < 0 ? "" : one.substring(equals + 1).strip());
            }
        }
        return values;
    }

    private static Map<Switch, String> read(Map<String, String> values) {
        Map<Switch, String> read = new EnumMap<>(Switch.class);
        values.forEach((word, value) -> read.put(require(word, value), value));
        return read;
    }

    /** @throws IllegalArgumentException in one sentence, when there is no such switch or value */
    static Switch require(String word, String value) {
        Switch known = Switch.named(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no switch " + word + "; there are " + String.join(", ", words()) + "."));
        if (!known.answers().allow(value)) {
            throw new IllegalArgumentException(
                    "The switch " + word + " is " + known.answers().told() + ", not '" + value + "'.");
        }
        return known;
    }

    private static TreeSet<String> words() {
        TreeSet<String> words = new TreeSet<>();
        for (Switch one : Switch.values()) {
            words.add(one.word());
        }
        return words;
    }

    /** Sets the switches named here and leaves the others. */
    public void change(Map<String, String> values) {
        Map<Switch, String> next = new EnumMap<>(Switch.class);
        next.putAll(set);
        next.putAll(read(values));
        set = next;
    }

    /** As at the start. */
    public void reset() {
        set = beginning;
    }

    public String of(Switch which) {
        return set.getOrDefault(which, which.answers().best());
    }

    /** Empty when it was left at the best guess. */
    public Optional<Integer> given(Switch which) {
        return Optional.ofNullable(set.get(which)).map(Integer::valueOf);
    }

    public boolean is(Switch which, String value) {
        return of(which).equals(value);
    }

    /** Of a switch whose values are whole numbers. */
    public int number(Switch which) {
        return Integer.parseInt(of(which));
    }
}
