package dev.tailback.worker.drain;

import dev.tailback.queue.UsageRecord;
import dev.tailback.worker.verdict.CallFault;
import dev.tailback.worker.verdict.Refusal;
import dev.tailback.worker.verdict.RetryPolicy;
import dev.tailback.worker.verdict.Verdict;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Remembers which entries did not get in for no fault of their own, so that their pauses grow although no attempt is counted. A worker that starts anew
 * begins with short pauses again.
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

    synchronized Verdict.NotCounted of(UsageRecord record, CallFault fault) {
        int soFar = times.merge(record.entryId(), 1, Integer::sum);
        Refusal refusal = fault.refusal();
        return new Verdict.NotCounted(retryPolicy.after(soFar), refusal.code(), refusal.sentence());
    }

    synchronized void over(UUID entryId) {
        times.remove(entryId);
    }
}
