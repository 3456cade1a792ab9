package dev.tailback.app.mapping;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.queue.Published;
import java.time.Instant;
import java.util.Optional;

/**
 * The mapping in use.
 *
 * @param version 0 for the one that Tailback brings along
 * @param at since when; empty for version 0, as are the author and the note
 * @param yaml as written
 */
public record ActiveVersion(
        long version, Optional<Instant> at, Optional<String> who, Optional<String> note, String yaml, Mapping mapping) {

    static final ActiveVersion SHIPPED = new ActiveVersion(
            0, Optional.empty(), Optional.empty(), Optional.empty(), MappingYaml.shippedText(), Mapping.tailback());

    static ActiveVersion of(MappingVersion row) throws MappingInvalid {
        return new ActiveVersion(
                row.version(),
                Optional.of(row.at()),
                Optional.of(row.who()),
                Optional.of(row.note()),
                row.yaml(),
                MappingYaml.read(row.yaml()));
    }

    Published published() {
        return Published.of(version, yaml);
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
