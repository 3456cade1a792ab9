package dev.tailback.app.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * What a mapping uses of the org was otherwise than before.
 *
 * @param number from 1, through all mappings
 * @param at when it was seen
 * @param mappingVersion the version of the mapping that was in use
 * @param weight of the changes: {@code none} where nobody had looked before, {@code harmless}, {@code lossy} or {@code
 *     breaking}
 * @param changes against the one before; the first one under a mapping tells only what could not be used
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SchemaVersionView(
        long number, Instant at, long mappingVersion, String weight, List<ChangeView> changes) {}
