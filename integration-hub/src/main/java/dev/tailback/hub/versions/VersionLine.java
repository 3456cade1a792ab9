package dev.tailback.hub.versions;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * One line of the list of versions, without the text.
 *
 * @param putsBack the version whose text this is again; null for a new text
 * @param switchedBy who switched it on; null while nobody has
 * @param isInForce whether it is in force now, since {@code switchedAt}
 */
@MappedEntity("kept_version")
public record VersionLine(
        long number,
        @Nullable Long putsBack,
        String who,
        String note,
        Instant keptAt,
        @Nullable String switchedBy,
        @Nullable Instant switchedAt,
        boolean isInForce) {}
