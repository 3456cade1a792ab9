package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Changes the record that a unique property names, or creates it. */
final class Upsert implements Batches.Step {
    private final Saving saving;
    private final ObjectType type;

    Upsert(Saving saving, ObjectType type) {
        this.saving = saving;
        this.type = type;
    }

    @Override
    public void check(Content content, JsonNode input) {
        Optional<CrmRecord> before = Batches.find(content, type, input);
        if (before.isPresent()) {
            saving.check(content, before.get(), ReadBody.properties(input));
        } else if (isKeyed(input)) {
            saving.check(content, type, keyed(input));
        }
    }

    @Override
    public ObjectNode run(Content content, JsonNode input) {
        Optional<CrmRecord> before = Batches.find(content, type, input);
        if (before.isEmpty() && !isKeyed(input)) {
            throw ApiRefusal.notFound("There is no " + type.singular() + " "
                            + input.path("id").asText() + ", and without an idProperty none is created.")
                    .with("ids", input.path("id").asText());
        }
        Map<String, String> given = before.isPresent() ? ReadBody.properties(input) : keyed(input);
        CrmRecord record =
                before.isPresent() ? saving.update(content, before.get(), given) : saving.create(content, type, given);
        return SingleRecords.written(given.keySet(), type).show(content, record).put("new", before.isEmpty());
    }

    private static boolean isKeyed(JsonNode input) {
        String property = input.path("idProperty").asText("");
        return !property.isEmpty() && !property.equals("hs_object_id");
    }

    /** A new record gets the value it was looked for by. */
    private static Map<String, String> keyed(JsonNode input) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put(input.path("idProperty").asText(), input.path("id").asText());
        given.putAll(ReadBody.properties(input));
        return given;
    }
}
