package dev.tailback.localorg.rows;

import dev.tailback.localorg.metadata.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds rows by the value of a unique or external id field. Deleted rows are not in it. */
final class KeyIndex {
    private static final int[] NONE = {};

    private final boolean foldsCase;
    private final Map<String, int[]> numbers = new ConcurrentHashMap<>();

    KeyIndex(Field field) {
        foldsCase = field.constraints().foldsCase();
    }

    /** The form in which two values of the field are the same; null for blank. */
    String key(Object value) {
        if (value == null) {
            return null;
        }
        String text =
                value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
        return foldsCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** Blank is the same as nothing. */
    boolean same(Object one, Object other) {
        String key = key(one);
        return key != null && key.equals(key(other));
    }

    int[] find(Object value) {
        String key = key(value);
        return key == null ? NONE : numbers.getOrDefault(key, NONE);
    }

    void moved(int number, Object from, Object to) {
        String old = key(from);
        String now = key(to);
        if (old != null && !old.equals(now)) {
            numbers.computeIfPresent(old, (key, all) -> without(all, number));
        }
        if (now != null && !now.equals(old)) {
            numbers.merge(now, new int[] {number}, KeyIndex::joined);
        }
    }

    private static int[] without(int[] all, int number) {
        int[] rest = Arrays.stream(all).filter(other -> other != number).toArray();
        return rest.length == 0 ? null : rest;
    }

    private static int[] joined(int[] all, int[] more) {
        int[] joined = Arrays.copyOf(all, all.length + 1);
        joined[all.length] = more[0];
        return joined;
    }
}
