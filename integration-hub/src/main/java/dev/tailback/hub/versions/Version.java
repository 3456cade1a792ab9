package dev.tailback.hub.versions;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A text that was kept.
 *
 * @param text as its author wrote it
 * @param putsBack the version whose text this is again; null for a new text
 */
@MappedEntity("kept_version")
public record Version(
        String subject, long number, String text, @Nullable Long putsBack, String who, String note, Instant keptAt) {}
