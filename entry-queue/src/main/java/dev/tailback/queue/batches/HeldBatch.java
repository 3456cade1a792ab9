package dev.tailback.queue.batches;

import dev.tailback.queue.Batch;
import dev.tailback.queue.QueueEntry;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Unreadable;
import dev.tailback.queue.records.OutcomeText;
import dev.tailback.queue.records.StoredEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch as {@code take.lua} and {@code held.lua} hand it out. It never changes while it is held, so a settlement that
 * names exactly these entries and carries the receipt needs no comparing in Redis, which would have to read every
 * entry again.
 *
 * @param shard where it is held
 * @param batch what the worker gets of it
 * @param told by their keys, each with what its outcome repeats
 */
record HeldBatch(int shard, String receipt, Batch batch, Map<String, OutcomeText> told) {

    static HeldBatch of(int shard, String receipt, Batch batch) {
        Map<String, OutcomeText> told = new HashMap<>();
        batch.entries().forEach(entry -> told.put(entry.id().toString(), OutcomeText.of(entry)));
        batch.unreadable().forEach(value -> told.put(value.entryKey(), OutcomeText.of(value)));
        return new HeldBatch(shard, receipt, batch, told);
    }

    /** @param reply the word {@code batch}, the end of the lease, the receipt, and each group with its entries */
    static HeldBatch read(String batchId, int shard, List<Object> reply) {
        List<QueueEntry> entries = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (int i = 3; i < reply.size(); i += 2) {
            inOrder(reply.get(i).toString(), (List<?>) reply.get(i + 1))
                    .forEach(placed -> read(placed.stored(), entries, unreadable));
        }
        Instant leaseUntil = Instant.ofEpochMilli((Long) reply.get(1));
        return of(shard, reply.get(2).toString(), new Batch(batchId, entries, unreadable, leaseUntil));
    }

    private static List<Placed> inOrder(String group, List<?> fields) {
        List<Placed> placed = new ArrayList<>(fields.size() / 2);
        for (int i = 0; i < fields.size(); i += 2) {
            StoredEntry stored = new StoredEntry(group, (String) fields.get(i), (String) fields.get(i + 1));
            placed.add(new Placed(stored.sequence(), stored));
        }
        placed.sort(Comparator.comparingLong(Placed::sequence));
        return placed;
    }

    /** The sequence is read from the text once, and not in every comparison. */
    private record Placed(long sequence, StoredEntry stored) {}

    private static void read(StoredEntry stored, List<QueueEntry> entries, List<Unreadable> unreadable) {
        try {
            entries.add(stored.read());
        } catch (IllegalArgumentException problem) {
            unreadable.add(Unreadable.of(
                    stored.entryKey(), stored.group(), stored.value(), String.valueOf(problem.getMessage())));
        }
    }

    /** Whether it holds as many entries as it was taken with, each once. */
    boolean isAsTheReceiptSays() {
        return receipt.startsWith(told.size() + "-")
                && told.size() == batch.entries().size() + batch.unreadable().size();
    }

    /**
     * What the outcome of this settlement repeats of its entry.
     *
     * @throws IllegalArgumentException if the entry is not in the batch
     */
    OutcomeText textOf(Settlement settlement) {
        return Optional.ofNullable(told.get(settlement.entryKey()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Entry " + settlement.entryKey() + " is not in batch " + batch.id()));
    }

    /** What keeps these from being the settlements of this batch: each entry once, in the version handed out. */
    Optional<String> mismatch(List<Settlement> settlements) {
        Map<String, Settlement> named = new HashMap<>();
        for (Settlement settlement : settlements) {
            String entry = settlement.entryKey();
            OutcomeText known = told.get(entry);
            if (known == null) {
                return Optional.of(entry + " is not in the batch");
            }
            if (named.put(entry, settlement) != null) {
                return Optional.of(entry + " is named twice");
            }
            if (settlement.settledVersion().isPresent()
                    && settlement.settledVersion().getAsLong() != known.version()) {
                return Optional.of(entry + " is in the batch with another version");
            }
        }
        return named.size() == told.size()
                ? Optional.empty()
                : Optional.of(named.size() + " entries are named and the batch has " + told.size());
    }
}
