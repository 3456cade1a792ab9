package dev.tailback.verification.torture.wire;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which writes a slow network holds back: the worker sees a broken connection, and Salesforce gets the write seconds
 * later, when a newer one may have been there before it.
 */
public final class LateWrites {
    private static final int LATE_ONE_TIME_IN = 25;
    private static final int SHORTEST_DELAY_MS = 500;
    private static final int LONGEST_DELAY_MS = 6_000;

    /** A write to one contract that waits for a word. */
    private record Stop(String contractId, CompletableFuture<Void> word) {}

    private final Random random;
    private boolean unreliable;
    private int toComeLate;
    private Optional<Stop> stop = Optional.empty();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    public LateWrites(long seed) {
        this.random = new Random(seed);
    }

    /** From now on, one write in 25 reaches Salesforce late. */
    public synchronized void beUnreliable() {
        unreliable = true;
    }

    /** The next writes all reach Salesforce late, each by 0.5 to 6 s. */
    public synchronized void next(int howMany) {
        toComeLate = howMany;
    }

    /**
     * The next write to this contract reaches Salesforce when the answered word is given, and nothing else comes late
     * meanwhile.
     */
    public synchronized CompletableFuture<Void> holdBack(String contractId) {
        CompletableFuture<Void> word = new CompletableFuture<>();
        stop = Optional.of(new Stop(contractId, word));
        return word;
    }

    public synchronized boolean isHeldBack() {
        return stop.isEmpty() && underWay.get() > 0;
    }

    /** Nothing new comes late; what was held back still arrives. */
    public synchronized void end() {
        unreliable = false;
        toComeLate = 0;
    }

    /** What to wait for before this write goes on to Salesforce; empty if it goes at once. */
    synchronized Optional<CompletableFuture<Void>> before(Set<String> contracts) {
        Optional<CompletableFuture<Void>> detour = detour(contracts);
        if (detour.isPresent()) {
            late.incrementAndGet();
            underWay.incrementAndGet();
        }
        return detour;
    }

    private Optional<CompletableFuture<Void>> detour(Set<String> contracts) {
        Optional<CompletableFuture<Void>> word =
                stop.filter(held -> contracts.contains(held.contractId())).map(Stop::word);
        if (word.isPresent()) {
            stop = Optional.empty();
            return word;
        }
        boolean isLate = toComeLate > 0 || unreliable && random.nextInt(LATE_ONE_TIME_IN) == 0;
        toComeLate = Math.max(0, toComeLate - 1);
        return isLate ? Optional.of(awhile()) : Optional.empty();
    }

    private CompletableFuture<Void> awhile() {
        int delay = SHORTEST_DELAY_MS + random.nextInt(LONGEST_DELAY_MS - SHORTEST_DELAY_MS);
        return new CompletableFuture<Void>().completeOnTimeout(null, delay, TimeUnit.MILLISECONDS);
    }

    /** A late write has reached Salesforce, or never will. */
    void arrived() {
        underWay.decrementAndGet();
    }

    public boolean isStillToCome() {
        return underWay.get() > 0;
    }

    public int count() {
        return late.get();
    }
}
