package dev.tailback.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.queue.QueueEntry;
import java.util.Optional;

/**
 * What the queue carries of a usage record and does not read: JSON with a version of its own, so that programs of
 * different age can share a queue. It does not repeat what the entry says itself. How long it may be, the queue says.
 */
final class StoredPayload {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNumberLength(30)
                    .build())
            .build());

    private StoredPayload() {}

    static String of(UsageRecord record) {
        ObjectNode payload = JSON.createObjectNode()
                .put("v", VERSION)
                .put("product", record.contractProductId())
                .put("units", record.units())
                .put("cancelled", record.cancelled())
                .put("ad", record.adReference());
        record.ad().ifPresent(ad -> StoredAd.write(ad, payload));
        record.trace().ifPresent(trace -> payload.put("trace", trace));
        return payload.toString();
    }

    /** @throws IllegalArgumentException with one sentence if this is no usage record */
    static UsageRecord read(QueueEntry entry) {
        JsonNode json = parse(entry.payload());
        requireVersion(json);
        requireFields(json);
        return new UsageRecord(
                entry.id(),
                entry.group(),
                json.get("product").textValue(),
                entry.version(),
                json.get("units").intValue(),
                json.get("cancelled").booleanValue(),
                json.get("ad").textValue(),
                StoredAd.read(json),
                entry.attempts(),
                Optional.ofNullable(json.path("trace").textValue()));
    }

    private static JsonNode parse(String payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            if (!json.isObject()) {
                throw new IllegalArgumentException("its payload is not a JSON object");
            }
            return json;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("its payload is not JSON", malformed);
        }
    }

    private static void requireVersion(JsonNode json) {
        if (!json.path("v").isInt()) {
            throw new IllegalArgumentException("its payload names no version");
        }
        if (json.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("its payload has version " + json.path("v") + " and this Tailback reads "
                    + VERSION + ": update this program");
        }
    }

    private static void requireFields(JsonNode json) {
        require(json.path("product").isTextual(), "product");
        require(json.path("units").isInt(), "units");
        require(json.path("cancelled").isBoolean(), "cancelled");
        require(json.path("ad").isTextual(), "ad");
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new IllegalArgumentException("its payload has no usable " + field);
        }
    }
}
