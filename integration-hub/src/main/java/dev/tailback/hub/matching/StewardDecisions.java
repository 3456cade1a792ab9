package dev.tailback.hub.matching;

import java.util.Set;

/** What stewards decided about pairs. It holds until a steward decides otherwise, whatever the values become. */
public record StewardDecisions(Set<Pair> same, Set<Pair> notSame) {

    public StewardDecisions {
        same = Set.copyOf(same);
        notSame = Set.copyOf(notSame);
        if (same.stream().anyMatch(notSame::contains)) {
            throw new IllegalArgumentException("a pair is the same or not the same, not both");
        }
    }

    public static StewardDecisions none() {
        return new StewardDecisions(Set.of(), Set.of());
    }
}
