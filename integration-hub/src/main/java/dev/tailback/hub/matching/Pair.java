package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Source;

/** Two source records, in the order of their names. */
public record Pair(Source first, Source second) {

    public Pair {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("a pair is of two records in their order: use Pair.of");
        }
    }

    /** In either order. */
    public static Pair of(Source one, Source other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
}
