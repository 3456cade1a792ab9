package dev.tailback.queue;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whole groups in one worker's hands until the lease ends. No other worker gets an entry of these groups before the
 * batch is settled, released or its lease has ended.
 *
 * @param id the id the batch was taken with
 * @param entries in the order they were offered, group by group
 * @param unreadable what the queue held but cannot be read; each must be settled too
 * @param leaseUntil by Redis' clock
 */
public record Batch(String id, List<QueueEntry> entries, List<Unreadable> unreadable, Instant leaseUntil)
        implements Take {
    public Batch {
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
    }

    @Override
    public <T> T fold(
            Function<Batch, T> batch,
            Function<Nothing, T> nothing,
            Supplier<T> shut,
            Function<Paused, T> paused,
            Supplier<T> otherStamp) {
        return batch.apply(this);
    }
}
