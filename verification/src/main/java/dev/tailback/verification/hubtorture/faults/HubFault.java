package dev.tailback.verification.hubtorture.faults;

import java.util.Random;
import java.util.function.Function;

/**
 * One kind of thing that goes wrong.
 *
 * @param longestMs how long it lasts at most; it lasts a third of that at least
 * @param losesOutcomes whether a hub may forget what became of a write that was answered
 * @param strike makes it go wrong, and answers what heals it
 */
record HubFault(String name, int longestMs, boolean losesOutcomes, Function<Random, Runnable> strike) {
    private static final int SHORTEST_PART = 3;

    int lasts(Random random) {
        int shortest = longestMs / SHORTEST_PART;
        return shortest + random.nextInt(longestMs - shortest + 1);
    }
}
