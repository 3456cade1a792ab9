package dev.tailback.worker.drain;

import dev.tailback.queue.Settlement;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.usage.UsageRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The records that a Bulk job has saved: they are decided before the first call. */
record SavedInBulk(Map<UUID, Settlement> decided, Map<UUID, Attempt> attempts) {
    static final SavedInBulk NOTHING = new SavedInBulk(Map.of(), Map.of());

    /** Those of one batch. */
    SavedInBulk of(List<UsageRecord> records) {
        if (decided.isEmpty()) {
            return NOTHING;
        }
        Map<UUID, Settlement> settlements = new HashMap<>();
        Map<UUID, Attempt> told = new HashMap<>();
        for (UsageRecord record : records) {
            Settlement settlement = decided.get(record.entryId());
            Attempt attempt = attempts.get(record.entryId());
            if (settlement != null && attempt != null) {
                settlements.put(record.entryId(), settlement);
                told.put(record.entryId(), attempt);
            }
        }
        return new SavedInBulk(settlements, told);
    }
}
