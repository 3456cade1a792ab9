package dev.tailback.queue.maintenance;

import java.util.BitSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Groups that were seen, in two megabytes however many they are. A few others may pass for seen: another few the
 * next time, because the seed is another.
 */
final class SeenGroups {
    private static final int BITS = 24;

    private final BitSet seen = new BitSet(1 << BITS);
    private final int seed = ThreadLocalRandom.current().nextInt();

    void add(String group) {
        seen.set(place(group));
    }

    boolean mayHave(String group) {
        return seen.get(place(group));
    }

    // The seed goes in before the letters, so that two groups that share a place once do not share it always.
    private int place(String group) {
        int hash = seed;
        for (int i = 0; i < group.length(); i++) {
            hash = (hash ^ group.charAt(i)) * 0x01000193;
            hash ^= hash >>> 15;
        }
        hash *= 0x2c1b3c6d;
        return (hash ^ hash >>> 13) >>> (32 - BITS);
    }
}
