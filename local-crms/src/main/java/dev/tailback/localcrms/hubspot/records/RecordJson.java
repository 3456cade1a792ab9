package dev.tailback.localcrms.hubspot.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A record with all its versions, as the data file keeps it. */
public final class RecordJson {

    private RecordJson() {}

    public static ObjectNode kept(CrmRecord record) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", record.type().plural())
                .put("id", record.id())
                .put("createdAt", record.createdAt())
                .put("updatedAt", record.updatedAt());
        if (record.isArchived()) {
            json.put("archivedAt", record.archivedAt());
        }
        if (!record.merged().isEmpty()) {
            ArrayNode merged = json.putArray("merged");
            record.merged().forEach(merged::add);
        }
        ObjectNode values = json.putObject("values");
        record.values().forEach((name, versions) -> {
            ArrayNode kept = values.putArray(name);
            versions.forEach(version -> kept.add(version(version)));
        });
        return json;
    }

    private static ArrayNode version(Version version) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(version.value())
                .add(version.at())
                .add(version.source().type())
                .add(version.source().id())
                .add(version.source().label())
                .add(version.source().userId());
    }

    /** @throws IllegalArgumentException in a sentence */
    public static CrmRecord read(JsonNode json) {
        ObjectType type = ObjectType.of(json.path("type").asText())
                .orElseThrow(() -> new IllegalArgumentException("there is no object " + json.path("type")));
        Map<String, List<Version>> values = new HashMap<>();
        json.path("values").properties().forEach(entry -> {
            List<Version> versions = versions(entry.getValue());
            if (!versions.isEmpty()) {
                values.put(entry.getKey(), versions);
            }
        });
        List<Long> merged = new ArrayList<>();
        json.path("merged").forEach(id -> merged.add(id.asLong()));
        return new CrmRecord(
                type,
                json.path("id").asLong(),
                json.path("createdAt").asLong(),
                json.path("updatedAt").asLong(),
                json.path("archivedAt").asLong(),
                Map.copyOf(values),
                List.copyOf(merged));
    }

    private static List<Version> versions(JsonNode kept) {
        List<Version> versions = new ArrayList<>();
        for (JsonNode one : kept) {
            Source source = new Source(
                    one.path(2).asText(),
                    one.path(3).asText(),
                    one.path(4).asText(),
                    one.path(5).asInt());
            versions.add(new Version(one.path(0).asText(), one.path(1).asLong(), source));
        }
        return List.copyOf(versions);
    }
}
