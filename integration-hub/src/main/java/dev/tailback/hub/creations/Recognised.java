package dev.tailback.hub.creations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** That a creation has become a record. */
@MappedEntity("creation")
record Recognised(UUID id, long sourceId) {

    void write(ObjectNode row) {
        row.put("id", id.toString()).put("source_id", sourceId);
    }
}
