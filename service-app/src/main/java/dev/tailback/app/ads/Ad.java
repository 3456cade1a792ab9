package dev.tailback.app.ads;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * An ad as the ledger holds it; its units are usage entries.
 *
 * @param number counts ads, for the reference people read
 * @param version grows with every change by a person; the ETag
 */
@MappedEntity("ad")
record Ad(
        @Id UUID id,
        long number,
        String title,
        String contractId,
        long version,
        boolean cancelled,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {}
