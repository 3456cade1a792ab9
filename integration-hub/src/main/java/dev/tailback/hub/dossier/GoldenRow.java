package dev.tailback.hub.dossier;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A golden record without its values. */
@MappedEntity("golden")
record GoldenRow(
        @Id UUID id,
        String entity,
        Instant createdAt,
        @Nullable UUID mergedInto,
        @Nullable Instant erasedAt) {}
