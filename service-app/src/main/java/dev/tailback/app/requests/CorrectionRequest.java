package dev.tailback.app.requests;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the requests.
 *
 * @param units the units that would be right; 0 when the entry should not count at all
 * @param reason of the person who asked
 */
@MappedEntity("correction_request")
record CorrectionRequest(
        @Id UUID id,
        long number,
        UUID entryId,
        UUID adId,
        int units,
        String reason,
        RequestState state,
        String askedBy,
        Instant askedAt) {}
