package dev.tailback.app.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of the mapping, without its text.
 *
 * @param version 0 for the one that Tailback brings along, which has no author, note and time
 * @param rolledBackTo the version whose text it took up again
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MappingVersionView(
        long version, Optional<Instant> at, Optional<String> who, Optional<String> note, Optional<Long> rolledBackTo) {

    static final MappingVersionView SHIPPED =
            new MappingVersionView(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static MappingVersionView of(MappingRows.Listed row) {
        return new MappingVersionView(
                row.version(),
                Optional.of(row.at()),
                Optional.of(row.who()),
                Optional.of(row.note()),
                Optional.ofNullable(row.rolledBackTo()));
    }
}
