package dev.tailback.queue.batches;

import dev.tailback.queue.Batch;
import dev.tailback.queue.Take;
import dev.tailback.queue.Unreadable;
import dev.tailback.queue.UsageRecord;
import dev.tailback.queue.records.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the answer of {@code take.lua}. */
record TakeReply(String batchId, int shard, List<Object> reply) {

    Take read() {
        return switch (reply.get(0).toString()) {
            case "batch" -> batch();
            case "nothing" -> new Take.Nothing(untilNextDue((Long) reply.get(1)));
            case "shut" -> new Take.Shut();
            case "paused" -> new Take.Paused(reply.get(1).toString());
            case "used" ->
                throw new IllegalArgumentException(
                        "Batch " + batchId + " was settled or released before: every batch needs a new id");
            default -> throw new IllegalStateException("take.lua answered " + reply.get(0));
        };
    }

    boolean isBatch() {
        return says("batch");
    }

    boolean says(String word) {
        return reply.get(0).equals(word);
    }

    /** What a later settlement is compared with. */
    HeldBatch held() {
        return held(batch());
    }

    HeldBatch held(Batch read) {
        return HeldBatch.of(shard, reply.get(2).toString(), read);
    }

    private static Optional<Duration> untilNextDue(long millis) {
        return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    private Batch batch() {
        List<UsageRecord> records = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        stored().forEach(stored -> read(stored, records, unreadable));
        return new Batch(batchId, records, unreadable, Instant.ofEpochMilli((Long) reply.get(1)));
    }

    private List<StoredRecord> stored() {
        List<StoredRecord> stored = new ArrayList<>();
        for (int i = 3; i < reply.size(); i += 2) {
            stored.addAll(contract(reply.get(i).toString(), (List<?>) reply.get(i + 1)));
        }
        return stored;
    }

    private static List<StoredRecord> contract(String contractId, List<?> fields) {
        List<StoredRecord> stored = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += 2) {
            stored.add(new StoredRecord(contractId, (String) fields.get(i), (String) fields.get(i + 1)));
        }
        stored.sort(Comparator.comparingLong(StoredRecord::sequence));
        return stored;
    }

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
}
