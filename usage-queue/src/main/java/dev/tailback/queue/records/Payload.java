package dev.tailback.queue.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.queue.UsageRecord;
import java.util.UUID;

/**
 * A record's body: JSON with a version of its own, so that programs of different age can share a queue. What the keys
 * and the value's front already say (entry, contract, version, attempts) is not repeated.
 */
public final class Payload {
    private static final int VERSION = 1;
    private static final int MOST_LETTERS = 8_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNumberLength(30)
                    .build())
            .build());

    private Payload() {}

    public static String write(UsageRecord record) {
        ObjectNode body = JSON.createObjectNode()
                .put("v", VERSION)
                .put("product", record.contractProductId())
                .put("units", record.units())
                .put("cancelled", record.cancelled())
                .put("ad", record.adReference());
        return body.toString();
    }

    /** @throws IllegalArgumentException with one sentence if this is no body, or one of another version */
    static UsageRecord read(UUID entryId, String contractId, long version, int attempts, String body) {
        JsonNode json = parse(body);
        if (!json.path("v").isInt()) {
            throw new IllegalArgumentException("its payload names no version");
        }
        if (json.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("its payload has version " + json.path("v") + " and this Tailback reads "
                    + VERSION + ": update this program");
        }
        requireFields(json);
        return new UsageRecord(
                entryId,
                contractId,
                json.get("product").textValue(),
                version,
                json.get("units").intValue(),
                json.get("cancelled").booleanValue(),
                json.get("ad").textValue(),
                attempts);
    }

    private static JsonNode parse(String body) {
        if (body.length() > MOST_LETTERS) {
            throw new IllegalArgumentException("its payload is longer than Tailback writes one");
        }
        try {
            JsonNode json = JSON.readTree(body);
            if (!json.isObject()) {
                throw new IllegalArgumentException("its payload is not a JSON object");
            }
            return json;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("its payload is not JSON", malformed);
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
