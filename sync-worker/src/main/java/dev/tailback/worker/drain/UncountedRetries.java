package dev.tailback.worker.drain;

import dev.tailback.queue.Settlement;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.verdict.CallFault;
import dev.tailback.worker.verdict.Refusal;
import dev.tailback.worker.verdict.RetryPolicy;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Remembers which entries failed without being to blame, so that their delays grow although no attempt is counted.
 * After a restart of the worker the delays begin short again.
 */
@Singleton
public final class UncountedRetries {
    private static final int MOST_REMEMBERED = 10_000;

    private final RetryPolicy retryPolicy;
    private final Map<UUID, Integer> times = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Integer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    UncountedRetries(RetryPolicy retryPolicy) {
        this.retryPolicy = retryPolicy;
    }

    synchronized Settlement.RetryLater next(UsageRecord record, CallFault fault) {
        int soFar = times.merge(record.entryId(), 1, Integer::sum);
        Refusal refusal = fault.refusal();
        return new Settlement.RetryLater(
                record.entryId(),
                record.version(),
                record.attempts(),
                retryPolicy.after(soFar),
                refusal.code(),
                refusal.reason());
    }

    synchronized void over(UUID entryId) {
        times.remove(entryId);
    }
}
