package dev.tailback.localorg.rest;

import dev.tailback.localorg.save.SaveResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What was asked of the org since it started or was reset. */
public final class CallCounts {

    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final LongAdder recordsUpserted = new LongAdder();
    private final LongAdder recordsRefused = new LongAdder();
    private final AtomicLong total = new AtomicLong();

    void called(String method, String resource) {
        calls.computeIfAbsent(method + " /" + resource, none -> new LongAdder()).increment();
    }

    void upserted(List<SaveResult> results) {
        long saved = results.stream().filter(SaveResult::success).count();
        recordsUpserted.add(saved);
        recordsRefused.add(results.size() - saved);
    }

    AtomicLong total() {
        return total;
    }

    /** Calls by method and resource, such as {@code PATCH /composite/sobjects/{object}/{field}}. */
    public Map<String, Long> byResource() {
        Map<String, Long> counts = new TreeMap<>();
        calls.forEach((resource, count) -> counts.put(resource, count.sum()));
        return counts;
    }

    public long recordsUpserted() {
        return recordsUpserted.sum();
    }

    public long recordsRefused() {
        return recordsRefused.sum();
    }

    public void reset() {
        calls.clear();
        recordsUpserted.reset();
        recordsRefused.reset();
        total.set(0);
    }
}
