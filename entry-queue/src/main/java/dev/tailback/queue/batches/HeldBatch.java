package dev.tailback.queue.batches;

import dev.tailback.queue.Batch;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Unreadable;
import dev.tailback.queue.UsageRecord;
import dev.tailback.queue.records.OutcomeText;
import dev.tailback.queue.records.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch as {@code take.lua} and {@code held.lua} hand it out. It never changes while it is held, so a settlement that
 * names exactly these records and carries the receipt needs no comparing in Redis, which would have to read every
 * record again.
 *
 * @param shard where it is held
 * @param batch what the worker gets of it
 * @param records by their keys, each with what its outcome repeats
 */
record HeldBatch(int shard, String receipt, Batch batch, Map<String, OutcomeText> records) {

    static HeldBatch of(int shard, String receipt, Batch batch) {
        Map<String, OutcomeText> records = new HashMap<>();
        batch.records().forEach(record -> records.put(record.entryId().toString(), OutcomeText.of(record)));
        batch.unreadable().forEach(value -> records.put(value.entryKey(), OutcomeText.of(value)));
        return new HeldBatch(shard, receipt, batch, records);
    }

    /** @param reply the word {@code batch}, the end of the lease, the receipt, and each contract with its records */
    static HeldBatch read(String batchId, int shard, List<Object> reply) {
        List<UsageRecord> records = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (int i = 3; i < reply.size(); i += 2) {
            inOrder(reply.get(i).toString(), (List<?>) reply.get(i + 1))
                    .forEach(placed -> read(placed.stored(), records, unreadable));
        }
        Instant leaseUntil = Instant.ofEpochMilli((Long) reply.get(1));
        return of(shard, reply.get(2).toString(), new Batch(batchId, records, unreadable, leaseUntil));
    }

    private static List<Placed> inOrder(String contractId, List<?> fields) {
        List<Placed> placed = new ArrayList<>(fields.size() / 2);
        for (int i = 0; i < fields.size(); i += 2) {
            StoredRecord stored = new StoredRecord(contractId, (String) fields.get(i), (String) fields.get(i + 1));
            placed.add(new Placed(stored.sequence(), stored));
        }
        placed.sort(Comparator.comparingLong(Placed::sequence));
        return placed;
    }

    /** The sequence is read from the text once, and not in every comparison. */
    private record Placed(long sequence, StoredRecord stored) {}

    private static void read(StoredRecord stored, List<UsageRecord> records, List<Unreadable> unreadable) {
        try {
            records.add(stored.read());
        } catch (IllegalArgumentException problem) {
            unreadable.add(new Unreadable(
                    stored.entryKey(),
                    stored.contractId(),
                    stored.value(),
                    "Entry " + stored.entryKey() + " cannot be read: " + problem.getMessage()));
        }
    }

    /** Whether it holds as many entries as it was taken with, each once. */
    boolean isAsTheReceiptSays() {
        return receipt.startsWith(records.size() + "-")
                && records.size() == batch.records().size() + batch.unreadable().size();
    }

    /**
     * What the outcome of this settlement repeats of its record.
     *
     * @throws IllegalArgumentException if the record is not in the batch
     */
    OutcomeText textOf(Settlement settlement) {
        return Optional.ofNullable(records.get(settlement.entryKey()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Entry " + settlement.entryKey() + " is not in batch " + batch.id()));
    }

    /** What keeps these from being the settlements of this batch: each record once, in the version handed out. */
    Optional<String> mismatch(List<Settlement> settlements) {
        Map<String, Settlement> named = new HashMap<>();
        for (Settlement settlement : settlements) {
            String entry = settlement.entryKey();
            OutcomeText record = records.get(entry);
            if (record == null) {
                return Optional.of(entry + " is not in the batch");
            }
            if (named.put(entry, settlement) != null) {
                return Optional.of(entry + " is named twice");
            }
            if (settlement.settledVersion().isPresent()
                    && settlement.settledVersion().getAsLong() != record.version()) {
                return Optional.of(entry + " is in the batch with another version");
            }
        }
        return named.size() == records.size()
                ? Optional.empty()
                : Optional.of(named.size() + " records are named and the batch has " + records.size());
    }
}
