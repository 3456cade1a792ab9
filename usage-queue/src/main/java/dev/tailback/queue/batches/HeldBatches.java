package dev.tailback.queue.batches;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The batches this process has in hand. Only a short cut: what is not remembered, because another process took it or
 * because there are too many, is read from Redis.
 */
public final class HeldBatches {
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, HeldBatch> batches = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HeldBatch> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    synchronized void remember(String batchId, HeldBatch batch) {
        batches.put(batchId, batch);
    }

    synchronized Optional<HeldBatch> find(String batchId) {
        return Optional.ofNullable(batches.get(batchId));
    }

    synchronized void forget(String batchId) {
        batches.remove(batchId);
    }
}
