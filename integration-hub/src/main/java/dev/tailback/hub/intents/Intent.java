package dev.tailback.hub.intents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.database.TextMap;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Map;
import java.util.UUID;

/**
 * What a record should hold.
 *
 * @param fieldValues only the fields that do not hold it yet, in the CRM's names, as JSON
 * @param attempts how often this version was refused
 */
@MappedEntity("intent")
public record Intent(
        @Id UUID id, long sourceId, UUID goldenId, long version, String fieldValues, State state, int attempts) {

    /** Where it stands. */
    enum State {
        /** Waits, or is being written. */
        OPEN,
        /** The record holds it. */
        HELD,
        /** The CRM does not take it; a person must look. */
        REFUSED
    }

    public Map<String, String> values() {
        return TextMap.texts(fieldValues);
    }

    /** Which version of which intent. */
    void write(ObjectNode row) {
        row.put("id", id.toString()).put("version", version);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isSettledWith(Map<String, String> wanted) {
        return state == State.REFUSED && values().equals(wanted);
    }
}
