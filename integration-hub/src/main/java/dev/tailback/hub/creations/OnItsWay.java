package dev.tailback.hub.creations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Write;
import java.time.Instant;
import java.util.Map;

/**
 * A creation that is being sent.
 *
 * @param creation as it was before
 * @param until then the call has ended, by the database's clock
 */
public record OnItsWay(Creation creation, String entity, Map<String, String> values, Instant until) {

    public OnItsWay {
        values = Map.copyOf(values);
    }

    void write(ObjectNode row) {
        row.put("id", creation.id().toString()).put("sent", creation.sentWith(values));
    }

    public Write write() {
        return new Write.Upsert(creation.keyField(), creation.key(), values);
    }
}
