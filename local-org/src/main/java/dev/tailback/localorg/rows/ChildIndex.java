package dev.tailback.localorg.rows;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the rows that point to a row, deleted ones included; the reader checks that they still do. */
final class ChildIndex {
    private static final int[] NONE = {};

    private final Map<String, IntList> numbers = new ConcurrentHashMap<>();

    int[] of(String id) {
        IntList found = numbers.get(id);
        return found == null ? NONE : found.toArray();
    }

    void moved(int number, @Nullable Object from, @Nullable Object to) {
        if (from != null && !from.equals(to)) {
            Optional.ofNullable(numbers.get((String) from)).ifPresent(left -> left.remove(number));
        }
        if (to != null && !to.equals(from)) {
            numbers.computeIfAbsent((String) to, none -> new IntList()).add(number);
        }
    }
}
