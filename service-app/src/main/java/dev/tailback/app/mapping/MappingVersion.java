package dev.tailback.app.mapping;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A mapping that an admin wrote. Never changed, never deleted.
 *
 * @param version from 1; each is one above the one before
 * @param yaml as written
 * @param rolledBackTo the version whose text it took up again; null where it was written anew
 */
@MappedEntity("mapping_version")
record MappingVersion(
        @Id long version,
        Instant at,
        String who,
        String note,
        String yaml,
        @Nullable Long rolledBackTo) {}
