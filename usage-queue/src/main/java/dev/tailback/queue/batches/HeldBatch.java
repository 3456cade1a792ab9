package dev.tailback.queue.batches;

import dev.tailback.queue.Batch;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.records.OutcomeText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch was handed out with. A batch never changes while it is held, so a settlement that names exactly these
 * records and carries the receipt needs no comparing in Redis, which would have to read every record again.
 *
 * @param shard where it is held
 * @param records by their keys, each with what its outcome repeats
 */
record HeldBatch(int shard, String receipt, Map<String, OutcomeText> records) {

    static HeldBatch of(int shard, String receipt, Batch batch) {
        Map<String, OutcomeText> records = new HashMap<>();
        batch.records().forEach(record -> records.put(record.entryId().toString(), OutcomeText.of(record)));
        batch.unreadable().forEach(value -> records.put(value.entryKey(), OutcomeText.of(value)));
        return new HeldBatch(shard, receipt, records);
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
