package dev.tailback.app.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.mapping.change.MappingChange;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of the mapping with its text.
 *
 * @param version 0 for the one that Tailback brings along, which has no author, note and time
 * @param name as its text says
 * @param yaml as written
 * @param changes against the version before; none for version 0
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MappingView(
        long version,
        String name,
        Optional<Instant> at,
        Optional<String> who,
        Optional<String> note,
        String yaml,
        List<DifferenceView> changes) {

    static MappingView of(ActiveVersion version, ActiveVersion before) {
        return new MappingView(
                version.version(),
                version.mapping().name(),
                version.at(),
                version.who(),
                version.note(),
                version.yaml(),
                MappingChange.between(before.mapping(), version.mapping()).differences().stream()
                        .map(DifferenceView::of)
                        .toList());
    }
}
