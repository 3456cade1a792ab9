package dev.tailback.verification.fleet;

import java.util.ArrayList;
import java.util.List;

/** A program of which one thread dies of having no memory, and another goes on for good. */
final class TakesAllMemory {

    private TakesAllMemory() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread greedy = new Thread(() -> {
            List<long[]> kept = new ArrayList<>();
            while (kept.size() < Integer.MAX_VALUE) {
                kept.add(new long[1 << 20]);
            }
        });
        greedy.start();
        Thread.currentThread().join();
    }
}
