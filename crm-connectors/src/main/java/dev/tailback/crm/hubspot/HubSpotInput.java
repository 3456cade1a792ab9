package dev.tailback.crm.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Write;
import dev.tailback.salesforce.text.Json;
import java.util.Map;
import java.util.Optional;

/**
 * One input of a batch.
 *
 * @param id of the record, or its key; empty for a new one
 * @param keyField what the key is of; empty where it is the record's own id
 */
record HubSpotInput(Optional<String> id, Optional<String> keyField, Map<String, String> values) {

    static HubSpotInput of(Write.Create create) {
        return new HubSpotInput(Optional.empty(), Optional.empty(), create.values());
    }

    static HubSpotInput of(Write.Update update) {
        return new HubSpotInput(Optional.of(update.id()), Optional.empty(), update.values());
    }

    static HubSpotInput of(Write.Upsert upsert) {
        return new HubSpotInput(Optional.of(upsert.key()), Optional.of(upsert.keyField()), upsert.values());
    }

    /** @param trace by which HubSpot's answer names this input */
    ObjectNode json(String trace) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("objectWriteTraceId", trace);
        id.ifPresent(text -> json.put("id", text));
        keyField.ifPresent(text -> json.put("idProperty", text));
        ObjectNode properties = json.putObject("properties");
        values.forEach(properties::put);
        return json;
    }
}
