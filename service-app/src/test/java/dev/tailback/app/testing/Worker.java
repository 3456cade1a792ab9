package dev.tailback.app.testing;

import dev.tailback.queue.Batch;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.queue.Settlement.Parked;
import dev.tailback.queue.Settlement.RetryLater;
import dev.tailback.queue.Settlement.Stale;
import dev.tailback.usage.UsageBatch;
import dev.tailback.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stands where the sync-worker stands: takes real batches from the real queue, and settles them as the test says. */
public final class Worker {

    public static final Instant SENT_AT = Instant.parse("2026-11-28T10:00:00.123Z");

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final EntryQueue queue;

    public Worker(EntryQueue queue) {
        this.queue = queue;
    }

    /** Takes what is ready and settles all of it so. @return what was taken */
    public List<UsageRecord> settle(Function<UsageRecord, Settlement> how) {
        return settle(how, records -> Map.of());
    }

    /** As {@link #settle(Function)}, and tells how all of it was sent. */
    public List<UsageRecord> settle(Function<UsageRecord, Settlement> how, Attempt attempt) {
        return settle(
                how, records -> records.stream().collect(Collectors.toMap(UsageRecord::entryId, record -> attempt)));
    }

    private List<UsageRecord> settle(
            Function<UsageRecord, Settlement> how, Function<List<UsageRecord>, Map<UUID, Attempt>> attempts) {
        String batchId = UUID.randomUUID().toString();
        if (queue.take(batchId, 200, LEASE) instanceof Batch taken) {
            UsageBatch batch = UsageBatch.of(taken);
            queue.settle(batchId, batch.records().stream().map(how).toList(), attempts.apply(batch.records()));
            return batch.records();
        }
        return List.of();
    }

    /** An attempt that worker-7 made, which was answered after 43 ms. */
    public static Attempt attempt(int status, boolean created, Optional<String> answer) {
        return new Attempt("worker-7", SENT_AT, Duration.ofMillis(43), OptionalInt.of(status), created, answer);
    }

    /** An attempt that worker-7 gave up after a minute. */
    public static Attempt unanswered() {
        return new Attempt("worker-7", SENT_AT, Duration.ofMinutes(1), OptionalInt.empty(), false, Optional.empty());
    }

    public List<UsageRecord> acceptAll() {
        return settle(Worker::accepted);
    }

    public static Settlement accepted(UsageRecord record) {
        return record.accepted("a02" + record.entryId().toString().substring(0, 8));
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
