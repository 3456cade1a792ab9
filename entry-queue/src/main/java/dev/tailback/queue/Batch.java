package dev.tailback.queue;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whole contracts in one worker's hands until the lease ends. No other worker gets a record of these contracts before
 * the batch is settled, released or its lease has ended.
 *
 * @param id the id the batch was taken with
 * @param records in the order they were offered, contract by contract
 * @param unreadable what the queue held but cannot be read; each must be settled too
 * @param leaseUntil by Redis' clock
 */
public record Batch(String id, List<UsageRecord> records, List<Unreadable> unreadable, Instant leaseUntil)
        implements Take {
    public Batch {
        records = List.copyOf(records);
        unreadable = List.copyOf(unreadable);
    }

    /** Of the records that a trace follows, as W3C's {@code traceparent}. */
    public List<String> traces() {
        return records.stream().flatMap(record -> record.trace().stream()).toList();
    }

    @Override
    public <T> T fold(
            Function<Batch, T> batch,
            Function<Nothing, T> nothing,
            Supplier<T> shut,
            Function<Paused, T> paused,
            Supplier<T> otherMapping) {
        return batch.apply(this);
    }
}
