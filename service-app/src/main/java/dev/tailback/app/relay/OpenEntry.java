package dev.tailback.app.relay;

import dev.tailback.queue.UsageRecord;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry that Salesforce has yet to accept: what the relay needs of it.
 *
 * @param line its place in the order of creation
 * @param nextAttemptAt the end of its delay, when Salesforce refused it for now
 * @param offerDueAt when it must be offered, as it was read
 * @param heldBack because the entry it replaces is not cancelled in Salesforce yet
 */
@MappedEntity("shown_entry")
record OpenEntry(
        @Id UUID id,
        long line,
        String contractId,
        String contractProductId,
        int units,
        boolean cancelled,
        long version,
        int attempts,
        @Nullable Instant nextAttemptAt,
        Instant offerDueAt,
        String adReference,
        boolean heldBack) {

    /** How long it must still wait for its next attempt; zero when it may go at once. */
    Duration delay(Instant now) {
        return Optional.ofNullable(nextAttemptAt)
                .map(next -> Duration.between(now, next))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    UsageRecord record() {
        return new UsageRecord(id, contractId, contractProductId, version, units, cancelled, adReference, attempts);
    }
}
