package dev.tailback.localorg.rows;

import dev.tailback.localorg.metadata.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds rows by the value of a unique or external id field. Deleted rows are not in it. */
final class KeyIndex {
    private static final int[] NONE = {};

    private final boolean foldsCase;
    private final Map<String, int[]> numbers = new ConcurrentHashMap<>();

    KeyIndex(Field field) {
        foldsCase = field.constraints().foldsCase();
    }

    /** The form in which two values of the field are the same; empty for blank. */
    Optional<String> key(@Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        String text =
                value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
        return Optional.of(foldsCase ? text.toLowerCase(Locale.ROOT) : text);
    }

    /** Blank is the same as nothing. */
    boolean same(@Nullable Object one, @Nullable Object other) {
        Optional<String> key = key(one);
        return key.isPresent() && key.equals(key(other));
    }

    int[] find(@Nullable Object value) {
        return key(value).map(key -> numbers.getOrDefault(key, NONE)).orElse(NONE);
    }

    void moved(int number, @Nullable Object from, @Nullable Object to) {
        Optional<String> old = key(from);
        Optional<String> now = key(to);
        if (!old.equals(now)) {
            old.ifPresent(key -> numbers.computeIfPresent(key, (same, all) -> without(all, number)));
            now.ifPresent(key -> numbers.merge(key, new int[] {number}, KeyIndex::joined));
        }
    }

    /** Null when none is left, which takes the key away. */
    private static int @Nullable [] without(int[] all, int number) {
        int[] rest = Arrays.stream(all).filter(other -> other != number).toArray();
        return rest.length == 0 ? null : rest;
    }

    private static int[] joined(int[] all, int[] more) {
        int[] joined = Arrays.copyOf(all, all.length + 1);
        joined[all.length] = more[0];
        return joined;
    }
}
