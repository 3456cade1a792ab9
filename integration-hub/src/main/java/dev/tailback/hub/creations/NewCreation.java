package dev.tailback.hub.creations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.database.TextMap;
import java.util.UUID;

/** A creation that is wanted from now on. @param id a new one, or that of a creation that stands for it already */
record NewCreation(UUID id, UUID golden, WantedRecord wanted) {

    void write(ObjectNode row) {
        row.put("id", id.toString())
                .put("golden_id", golden.toString())
                .put("crm", wanted.crm())
                .put("object", wanted.object())
                .put("key_field", wanted.keyField())
                .put("field_values", TextMap.json(wanted.values()));
    }
}
