package dev.tailback.app.finance.month;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * What the ledger says of an entry, as far as finance needs it.
 *
 * @param held units that count in Salesforce, none when it holds the cancellation
 * @param unreported Salesforce does not hold our version yet
 * @param state as people see it
 * @param createdBy who booked the ad
 */
@MappedEntity("shown_entry")
record LedgerLine(
        @Id UUID id,
        long line,
        String contractId,
        String contractProductId,
        String adReference,
        UUID adId,
        long reportedVersion,
        int held,
        boolean unreported,
        String state,
        @Nullable String shownCode,
        String createdBy,
        Instant createdAt) {}
