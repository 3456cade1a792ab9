package dev.tailback.verification.torture.faults;

import java.util.Random;
import java.util.function.Function;

/**
 * One kind of thing that goes wrong.
 *
 * @param shortestMs how long it lasts at least
 * @param longestMs and at most
 * @param strike makes it go wrong, and answers what heals it
 */
record Fault(String name, int shortestMs, int longestMs, Function<Random, Runnable> strike) {

    int lasts(Random random) {
        return shortestMs + random.nextInt(longestMs - shortestMs + 1);
    }
}
