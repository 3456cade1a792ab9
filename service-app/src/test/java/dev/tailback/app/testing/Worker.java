package dev.tailback.app.testing;

import dev.tailback.queue.Batch;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Settlement.Accepted;
import dev.tailback.queue.Settlement.Parked;
import dev.tailback.queue.Settlement.RetryLater;
import dev.tailback.queue.Settlement.Stale;
import dev.tailback.queue.UsageQueue;
import dev.tailback.queue.UsageRecord;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Stands where the sync-worker stands: takes real batches from the real queue, and settles them as the test says. */
public final class Worker {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final UsageQueue queue;

    public Worker(UsageQueue queue) {
        this.queue = queue;
    }

    /** Takes what is ready and settles all of it so. @return what was taken */
    public List<UsageRecord> settle(Function<UsageRecord, Settlement> how) {
        String batchId = UUID.randomUUID().toString();
        if (queue.take(batchId, 200, LEASE) instanceof Batch batch) {
            queue.settle(batchId, batch.records().stream().map(how).toList());
            return batch.records();
        }
        return List.of();
    }

    public List<UsageRecord> acceptAll() {
        return settle(Worker::accepted);
    }

    public static Settlement accepted(UsageRecord record) {
        return new Accepted(
                record.entryId(),
                record.version(),
                "a02" + record.entryId().toString().substring(0, 8));
    }

    public static Settlement parked(UsageRecord record, String code) {
        return new Parked(
                record.entryId(), record.version(), record.attempts() + 1, code, "Salesforce refused: " + code);
    }

    public static Settlement stale(UsageRecord record) {
        return new Stale(record.entryId(), record.version(), "newer there");
    }

    public static Settlement later(UsageRecord record, Duration delay) {
        return new RetryLater(
                record.entryId(), record.version(), record.attempts() + 1, delay, "ROW_BUSY", "The row is busy.");
    }
}
