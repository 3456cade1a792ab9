package dev.tailback.usage;

import dev.tailback.queue.Batch;
import dev.tailback.queue.QueueEntry;
import dev.tailback.queue.Unreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch of the queue, read.
 *
 * @param id the id the batch was taken with
 * @param records in the order they were offered, contract by contract
 * @param unreadable what the queue held but cannot be read, as an entry or as usage; each must be settled too
 */
public record UsageBatch(String id, List<UsageRecord> records, List<Unreadable> unreadable) {
    public UsageBatch {
        records = List.copyOf(records);
        unreadable = List.copyOf(unreadable);
    }

    public static UsageBatch of(Batch batch) {
        List<UsageRecord> records = new ArrayList<>(batch.entries().size());
        List<Unreadable> unreadable = new ArrayList<>(batch.unreadable());
        batch.entries().forEach(entry -> read(entry, records, unreadable));
        return new UsageBatch(batch.id(), records, unreadable);
    }

    private static void read(QueueEntry entry, List<UsageRecord> records, List<Unreadable> unreadable) {
        try {
            records.add(StoredPayload.read(entry));
        } catch (IllegalArgumentException problem) {
            unreadable.add(Unreadable.payloadOf(entry, String.valueOf(problem.getMessage())));
        }
    }

    /** Of the records that a trace follows, as W3C's {@code traceparent}. */
    public List<String> traces() {
        return records.stream().flatMap(record -> record.trace().stream()).toList();
    }
}
