package dev.tailback.relay;

import dev.tailback.queue.UsageRecord;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry that Salesforce has yet to accept.
 *
 * @param line its place in the order of creation
 * @param dueAt when it must be offered, as it was read
 * @param held back because the entry it replaces is not cancelled in Salesforce yet
 */
record OpenEntry(
        UUID id,
        long line,
        String contractId,
        String contractProductId,
        int units,
        boolean cancelled,
        long version,
        int attempts,
        Instant dueAt,
        long adNumber,
        boolean held) {

    UsageRecord record() {
        return new UsageRecord(
                id, contractId, contractProductId, version, units, cancelled, "AD-" + adNumber, attempts);
    }
}
