package dev.tailback.hub.records;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A record of a CRM, as the hub knows it.
 *
 * @param goldenId what it stands for; null until it has been matched
 * @param mergedInto the record of the same object into which a person merged it
 * @param version what the CRM compares when a write names the version it means
 * @param writtenAt the end of our last write
 * @param busyUntil somebody reads or writes it until then
 * @param reread whether it must be read alone
 * @param erasedAt since when nothing more is kept about it, though its CRM may hold it; null as long as it is not
 *     erased
 */
@MappedEntity("source_record")
public record KnownRecord(
        @Id long id,
        String crm,
        String object,
        String recordId,
        String entity,
        @Nullable UUID goldenId,
        Standing standing,
        @Nullable String mergedInto,
        @Nullable String version,
        @Nullable Instant writtenAt,
        @Nullable Instant busyUntil,
        boolean reread,
        @Nullable Instant erasedAt) {

    public Optional<UUID> golden() {
        return Optional.ofNullable(goldenId);
    }

    /** By somebody who may have died meanwhile. */
    boolean isTaken() {
        return busyUntil != null;
    }

    boolean isBusy(Instant now) {
        return busyUntil != null && busyUntil.isAfter(now);
    }

    /** Whether what was asked for at this time may be older than our own last write. */
    public boolean isOlderThanWrite(Instant askedAt) {
        return writtenAt != null && !askedAt.isAfter(writtenAt);
    }

    /** An erased one is not: it takes part in nothing. */
    public boolean isPresent() {
        return standing == Standing.PRESENT && !isErased();
    }

    public boolean isErased() {
        return erasedAt != null;
    }
}
