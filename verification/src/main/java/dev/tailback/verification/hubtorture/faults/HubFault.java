package dev.tailback.verification.hubtorture.faults;

import java.util.Random;
import java.util.function.Function;

/**
 * One kind of thing that goes wrong.
 *
 * @param longestMs how long it lasts at most; it lasts a third of that at least
 * @param losesOutcomes whether a hub may forget what became of a write that was answered
 * @param isAlone whether nothing else may strike meanwhile
 * @param strike makes it go wrong, and answers what heals it
 */
record HubFault(String name, int longestMs, boolean losesOutcomes, boolean isAlone, Function<Random, Runnable> strike) {
    private static final int SHORTEST_PART = 3;

    /** Others may strike with it. */
    static HubFault of(String name, int longestMs, Function<Random, Runnable> strike) {
        return new HubFault(name, longestMs, false, false, strike);
    }

    int lasts(Random random) {
        int shortest = longestMs / SHORTEST_PART;
        return shortest + random.nextInt(longestMs - shortest + 1);
    }
}
