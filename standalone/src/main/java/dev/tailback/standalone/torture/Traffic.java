package dev.tailback.standalone.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What passes the wires between workers and Salesforce. It counts calls, sees when two calls hold one contract at a time, and may hold a copy of a
 * call back, as a slow network does: the worker sees a broken connection, and Salesforce gets the call seconds later.
 */
final class Traffic {
    private static final int SHORTEST_DELAY_MS = 500;
    private static final int LATE_ONE_TIME_IN = 25;
    private static final int LONGEST_DELAY_MS = 6_000;

    private final Random random;
    private boolean unreliable;
    private final Map<String, String> contractOfProduct = new ConcurrentHashMap<>();
    private final Map<String, String> callers = new HashMap<>();
    private final List<String> clashes = new ArrayList<>();
    private final AtomicInteger toComeLate = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger records = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger heldBack = new AtomicInteger();

    Traffic(long seed) {
        this.random = new Random(seed);
    }

    void knows(String productId, String contractId) {
        contractOfProduct.put(productId, contractId);
    }

    String contractOf(String productId) {
        return contractOfProduct.getOrDefault(productId, "contract of " + productId);
    }

    synchronized void begun(String worker, Set<String> contracts, int sentRecords) {
        calls.incrementAndGet();
        records.addAndGet(sentRecords);
        for (String contract : contracts) {
            String other = callers.putIfAbsent(contract, worker);
            if (other != null) {
                clashes.add("Contract " + contract + " was in a call of " + worker + " while a call of " + other
                        + " held it.");
            }
        }
    }

    synchronized void ended(String worker, Set<String> contracts) {
        contracts.forEach(contract -> callers.remove(contract, worker));
    }

    /** From now on, one call in 25 reaches Salesforce late. */
    synchronized void beUnreliable() {
        unreliable = true;
    }

    /** The next calls all reach Salesforce late, each by 0.5 to 6 s. */
    void comeLate(int howMany) {
        toComeLate.set(howMany);
    }

    /** Nothing new comes late; what was held back still arrives. */
    synchronized void beReliable() {
        unreliable = false;
        inTime();
    }

    void inTime() {
        toComeLate.set(0);
    }

    synchronized boolean comesLate() {
        boolean isLate = toComeLate.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                || unreliable && random.nextInt(LATE_ONE_TIME_IN) == 0;
        if (isLate) {
            late.incrementAndGet();
            heldBack.incrementAndGet();
        }
        return isLate;
    }

    /** What was held back has reached Salesforce, or never will. */
    void arrived() {
        heldBack.decrementAndGet();
    }

    /** Whether something that was held back is still to come. */
    boolean isStillToCome() {
        return heldBack.get() > 0;
    }

    synchronized int delayMs() {
        return SHORTEST_DELAY_MS + random.nextInt(LONGEST_DELAY_MS - SHORTEST_DELAY_MS);
    }

    synchronized List<String> clashes() {
        return List.copyOf(clashes);
    }

    int calls() {
        return calls.get();
    }

    int records() {
        return records.get();
    }

    int late() {
        return late.get();
    }
}
