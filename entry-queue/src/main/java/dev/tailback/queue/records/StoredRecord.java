package dev.tailback.queue.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.queue.UsageRecord;
import java.util.Optional;
import java.util.UUID;

/**
 * What Redis holds for an entry: {@code version|attempts|sequence|body} under the entry's key in its contract's hash.
 * {@code offer.lua} puts the sequence in. The body is JSON with a version of its own, so that programs of different age
 * can share a queue; it does not repeat what stands in front of it.
 */
public record StoredRecord(String contractId, String entryKey, String value) {
    private static final int BODY_VERSION = 1;
    private static final int LONGEST_BODY = 8_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNumberLength(30)
                    .build())
            .build());

    public static String beforeSequence(UsageRecord record) {
        return record.version() + "|" + record.attempts() + "|";
    }

    public static String afterSequence(UsageRecord record) {
        ObjectNode body = JSON.createObjectNode()
                .put("v", BODY_VERSION)
                .put("product", record.contractProductId())
                .put("units", record.units())
                .put("cancelled", record.cancelled())
                .put("ad", record.adReference());
        record.ad().ifPresent(ad -> StoredAd.write(ad, body));
        record.trace().ifPresent(trace -> body.put("trace", trace));
        return "|" + body;
    }

    /** 0 if the value does not say, or says what no version can be. */
    public long version() {
        long version = number(0, 16);
        return version < 0 || version > UsageRecord.LARGEST_VERSION ? 0 : version;
    }

    /** 0 if the value does not say. */
    public int attempts() {
        return (int) Math.max(0, Math.min(UsageRecord.MOST_ATTEMPTS, number(1, 9)));
    }

    /** Counts offers, so it tells which entry came first; 0 if the value does not say. */
    public long sequence() {
        return Math.max(0, number(2, 16));
    }

    /** @throws IllegalArgumentException with one sentence if this is no usage record */
    public UsageRecord read() {
        long version = number(0, 16);
        long attempts = number(1, 9);
        if (version < 0 || attempts < 0 || number(2, 18) < 0) {
            throw new IllegalArgumentException("its value does not begin with version, attempts and sequence");
        }
        UUID entry =
                BoundedText.uuid(entryKey).orElseThrow(() -> new IllegalArgumentException("its key is not a UUID"));
        return body(entry, version, (int) attempts, value.substring(end(2) + 1));
    }

    private UsageRecord body(UUID entry, long version, int attempts, String body) {
        JsonNode json = parse(body);
        if (!json.path("v").isInt()) {
            throw new IllegalArgumentException("its payload names no version");
        }
        if (json.path("v").asInt() != BODY_VERSION) {
            throw new IllegalArgumentException("its payload has version " + json.path("v") + " and this Tailback reads "
                    + BODY_VERSION + ": update this program");
        }
        requireFields(json);
        return new UsageRecord(
                entry,
                contractId,
                json.get("product").textValue(),
                version,
                json.get("units").intValue(),
                json.get("cancelled").booleanValue(),
                json.get("ad").textValue(),
                StoredAd.read(json),
                attempts,
                Optional.ofNullable(json.path("trace").textValue()));
    }

    private static JsonNode parse(String body) {
        if (body.length() > LONGEST_BODY) {
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

    // Read by hand: this runs for every record, and a pattern takes longer than all the rest. -1 if it is no number.
    private long number(int field, int mostDigits) {
        int end = end(field);
        int begin = field == 0 ? 0 : end(field - 1) + 1;
        if (end <= begin || end - begin > mostDigits) {
            return -1;
        }
        long number = 0;
        for (int i = begin; i < end; i++) {
            char digit = value.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }

    private int end(int field) {
        int end = value.indexOf('|');
        for (int i = 0; i < field && end >= 0; i++) {
            end = value.indexOf('|', end + 1);
        }
        return end;
    }
}
