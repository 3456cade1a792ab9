package dev.tailback.queue.batches;

import dev.tailback.queue.Batch;
import dev.tailback.queue.Sent;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Unreadable;
import dev.tailback.queue.UsageRecord;
import dev.tailback.queue.records.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a batch was handed out with. A batch never changes while it is held, so a settlement that names exactly these
 * records and carries the receipt needs no comparing in Redis, which would have to read every record again.
 *
 * @param shard where it is held
 */
record HeldBatch(int shard, String receipt, Map<String, Front> records) {

    /**
     * A record without its body.
     *
     * @param sent what a worker sends of it; empty if it cannot be read
     */
    record Front(String contractId, long version, int attempts, OptionalLong sent) {

        private static Front of(UsageRecord it) {
            long sent = Sent.of(it.contractProductId(), it.units(), it.cancelled());
            return new Front(it.contractId(), it.version(), it.attempts(), OptionalLong.of(sent));
        }

        private static Front of(Unreadable it) {
            StoredRecord stored = new StoredRecord(it.contractId(), it.entryKey(), it.body());
            return new Front(it.contractId(), stored.version(), stored.attempts(), OptionalLong.empty());
        }
    }

    static HeldBatch of(int shard, String receipt, Batch batch) {
        Map<String, Front> records = new HashMap<>();
        batch.records().forEach(record -> records.put(record.entryId().toString(), Front.of(record)));
        batch.unreadable().forEach(value -> records.put(value.entryKey(), Front.of(value)));
        return new HeldBatch(shard, receipt, records);
    }

    /** What keeps these from being the settlements of this batch: each record once, in the version handed out. */
    Optional<String> mismatch(List<Settlement> settlements) {
        Map<String, Settlement> named = new HashMap<>();
        for (Settlement settlement : settlements) {
            String entry = settlement.entryKey();
            Front front = records.get(entry);
            if (front == null) {
                return Optional.of(entry + " is not in the batch");
            }
            if (named.put(entry, settlement) != null) {
                return Optional.of(entry + " is named twice");
            }
            if (settlement.settledVersion().isPresent()
                    && settlement.settledVersion().getAsLong() != front.version()) {
                return Optional.of(entry + " is in the batch with another version");
            }
        }
        return named.size() == records.size()
                ? Optional.empty()
                : Optional.of(named.size() + " records are named and the batch has " + records.size());
    }
}
