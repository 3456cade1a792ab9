package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.salesforce.text.Json;
import java.util.List;

/**
 * The JSON of one upsert. Every value has the JSON type its field wants, because one wrong type makes Salesforce refuse
 * the whole call.
 */
final class UpsertBody {

    private UpsertBody() {}

    static String of(List<UsageSnapshot> snapshots) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("allOrNone", false);
        var records = body.putArray("records");
        snapshots.forEach(snapshot -> put(records.addObject(), snapshot));
        try {
            return Json.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write the upsert as JSON", impossible);
        }
    }

    private static void put(ObjectNode usage, UsageSnapshot snapshot) {
        usage.putObject("attributes").put("type", UsageFields.OBJECT);
        usage.put(UsageFields.EXTERNAL_ID, snapshot.entryId().toString());
        usage.put(UsageFields.CONTRACT_PRODUCT, snapshot.contractProductId());
        usage.put(UsageFields.VERSION, snapshot.version());
        usage.put(UsageFields.UNITS, snapshot.units());
        usage.put(UsageFields.CANCELLED, snapshot.cancelled());
        usage.put(UsageFields.AD_REFERENCE, snapshot.adReference());
    }
}
