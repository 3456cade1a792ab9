package dev.tailback.verification.torture.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What passes the wires between workers and Salesforce: how much, and whether two calls ever hold one contract at a
 * time.
 */
public final class Traffic {
    /** How long a worker waits for an answer. */
    public static final Duration WRITE_TIMEOUT = Duration.ofSeconds(4);

    /**
     * The worker's timeout minus the longest delay between the worker and the wire on a slow machine. A worker whose
     * call has timed out sends again, while Salesforce may still work on the first call. No worker can prevent that;
     * the fence is there for it.
     */
    private static final Duration SURELY_AWAITED = WRITE_TIMEOUT.minusMillis(2_500);

    /** A call that has begun. */
    private record Call(String worker, long begun) {
        boolean isSurelyAwaited(long now) {
            return now - begun < SURELY_AWAITED.toNanos();
        }
    }

    private final LateWrites late;
    private final RedisMemory redis;
    private final WireLies lies = new WireLies();
    private final Map<String, String> contractOfProduct = new ConcurrentHashMap<>();
    private final Map<String, Call> callOfContract = new HashMap<>();
    private final List<String> clashes = new ArrayList<>();
    private int calls;
    private int forgotten;
    private int records;
    private int jobs;

    public Traffic(LateWrites late, RedisMemory redis) {
        this.late = late;
        this.redis = redis;
    }

    public RedisMemory redis() {
        return redis;
    }

    public LateWrites late() {
        return late;
    }

    /** What workers are told instead of what Salesforce says. */
    public WireLies lies() {
        return lies;
    }

    public void knows(String productId, String contractId) {
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
                clash(contract, call, other);
            }
        }
        return () -> ended(call, contracts);
    }

    private void clash(String contract, Call call, Call other) {
        if (redis.isUnsure()) {
            forgotten++;
            return;
        }
        clashes.add("%s: contract %s was in a call of %s while a call of %s, begun %d ms before, held it."
                .formatted(
                        Instant.now(),
                        contract,
                        call.worker(),
                        other.worker(),
                        Duration.ofNanos(call.begun() - other.begun()).toMillis()));
    }

    private synchronized void ended(Call call, Set<String> contracts) {
        contracts.forEach(contract -> callOfContract.remove(contract, call));
    }

    public synchronized List<String> clashes() {
        return List.copyOf(clashes);
    }

    /** How often two held one contract because Redis had just forgotten who does. */
    public synchronized int forgotten() {
        return forgotten;
    }

    public synchronized int calls() {
        return calls;
    }

    synchronized void jobCreated() {
        jobs++;
    }

    /** Bulk jobs that workers asked for. */
    public synchronized int jobs() {
        return jobs;
    }

    public synchronized int records() {
        return records;
    }
}
