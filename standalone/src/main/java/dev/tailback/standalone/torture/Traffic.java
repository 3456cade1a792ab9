package dev.tailback.standalone.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What passes the wires between workers and Salesforce: how much, and whether two calls ever hold one contract at a time. */
final class Traffic {
    /**
     * Half a second less than a worker waits for an answer ({@link Blueprint#WRITE_TIMEOUT}), for the way from the worker to the wire. Whoever has waited
     * in vain sends again, while Salesforce may still be at the first call: that cannot be helped, and is what the fence is for.
     */
    private static final Duration SURELY_AWAITED = Blueprint.WRITE_TIMEOUT.minusMillis(500);

    /** A call that has begun. */
    private record Call(String worker, long begun) {
        boolean isSurelyAwaited(long now) {
            return now - begun < SURELY_AWAITED.toNanos();
        }
    }

    private final LateWrites late;
    private final Map<String, String> contractOfProduct = new ConcurrentHashMap<>();
    private final Map<String, Call> callOfContract = new HashMap<>();
    private final List<String> clashes = new ArrayList<>();
    private int calls;
    private int records;

    Traffic(LateWrites late) {
        this.late = late;
    }

    LateWrites late() {
        return late;
    }

    void knows(String productId, String contractId) {
        contractOfProduct.put(productId, contractId);
    }

    String contractOf(String productId) {
        return contractOfProduct.getOrDefault(productId, "contract of " + productId);
    }

    /** @return what ends the call */
    synchronized Runnable begun(String worker, Set<String> contracts, int sentRecords) {
        calls++;
        records += sentRecords;
        Call call = new Call(worker, System.nanoTime());
        for (String contract : contracts) {
            Call other = callOfContract.put(contract, call);
            if (other != null && other.isSurelyAwaited(call.begun())) {
                clashes.add("Contract " + contract + " was in a call of " + worker + " while a call of "
                        + other.worker() + " held it.");
            }
        }
        return () -> ended(call, contracts);
    }

    private synchronized void ended(Call call, Set<String> contracts) {
        contracts.forEach(contract -> callOfContract.remove(contract, call));
    }

    synchronized List<String> clashes() {
        return List.copyOf(clashes);
    }

    synchronized int calls() {
        return calls;
    }

    synchronized int records() {
        return records;
    }
}
