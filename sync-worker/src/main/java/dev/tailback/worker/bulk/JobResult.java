package dev.tailback.worker.bulk;

import dev.tailback.salesforce.bulk.SavedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a job brought.
 *
 * @param sent records that were given to it
 * @param rows those it has saved, by entry; what is missing goes in calls
 * @param failure why it could not run to its end, if so
 */
public record JobResult(Instant begunAt, Duration took, int sent, Map<UUID, SavedRow> rows, Optional<Failure> failure) {

    /** @param refused whether Salesforce would refuse the next one, too */
    public record Failure(String code, String reason, boolean refused) {}

    public JobResult {
        rows = Map.copyOf(rows);
    }
}
