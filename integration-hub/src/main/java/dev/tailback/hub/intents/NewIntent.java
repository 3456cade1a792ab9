package dev.tailback.hub.intents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.records.KnownRecord;
import java.util.Map;
import java.util.UUID;

/** What a record of a golden record should hold from now on. @param values by field */
record NewIntent(KnownRecord record, UUID golden, Map<String, String> values) {

    void write(ObjectNode row) {
        row.put("id", UUID.randomUUID().toString())
                .put("source_id", record.id())
                .put("golden_id", golden.toString())
                .put("field_values", TextMap.json(values));
    }
}
