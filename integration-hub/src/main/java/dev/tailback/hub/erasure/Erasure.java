package dev.tailback.hub.erasure;

import dev.tailback.hub.database.TextMap;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * That a person was erased.
 *
 * @param emptied how many rows of each kind, as JSON
 */
@MappedEntity("erasure")
public record Erasure(@Id UUID goldenId, String who, String note, Instant at, String emptied) {

    /** How many rows lost their values, by kind. */
    public Map<String, String> rowsByKind() {
        return TextMap.texts(emptied);
    }
}
