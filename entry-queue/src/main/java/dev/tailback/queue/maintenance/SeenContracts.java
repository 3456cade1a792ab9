package dev.tailback.queue.maintenance;

import java.util.BitSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Contracts that were seen, in two megabytes however many they are. A few others may pass for seen: another few the
 * next time, because the seed is another.
 */
final class SeenContracts {
    private static final int BITS = 24;

    private final BitSet seen = new BitSet(1 << BITS);
    private final int seed = ThreadLocalRandom.current().nextInt();

    void add(String contract) {
        seen.set(place(contract));
    }

    boolean mayHave(String contract) {
        return seen.get(place(contract));
    }

    // The seed goes in before the letters, so that two contracts that share a place once do not share it always.
    private int place(String contract) {
        int hash = seed;
        for (int i = 0; i < contract.length(); i++) {
            hash = (hash ^ contract.charAt(i)) * 0x01000193;
            hash ^= hash >>> 15;
        }
        hash *= 0x2c1b3c6d;
        return (hash ^ hash >>> 13) >>> (32 - BITS);
    }
}
