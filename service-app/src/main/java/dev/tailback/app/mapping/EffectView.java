package dev.tailback.app.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.mapping.Idea;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was in force from then on, until the next one or another version of the mapping.
 *
 * @param revision from 1, through all versions of the mapping
 * @param suspended the ideas whose fields were left out; none when everything was used again
 * @param stopped why nothing was sent; empty while it was
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EffectView(
        long revision, Instant at, long mappingVersion, List<String> suspended, Optional<String> stopped) {

    static EffectView of(EffectRows.Row row) {
        MappingEffect effect = row.effect();
        return new EffectView(
                row.revision(),
                row.at(),
                row.mappingVersion(),
                effect.suspended().stream().map(Idea::path).sorted().toList(),
                effect.stopped());
    }
}
