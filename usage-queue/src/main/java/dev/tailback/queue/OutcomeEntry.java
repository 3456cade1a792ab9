package dev.tailback.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One entry of the outcome stream as {@code settle.lua} wrote it: a JSON object of texts. */
record OutcomeEntry(String streamId, JsonNode fields) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param fields of the stream's entry; an entry that was deleted while somebody still owed its acknowledgement has none
     * @throws IllegalArgumentException with one sentence if there is no outcome in it
     */
    static OutcomeEntry in(String streamId, Map<String, String> fields) {
        if (fields == null || !fields.containsKey("outcome")) {
            throw new IllegalArgumentException("it has no outcome");
        }
        try {
            return new OutcomeEntry(streamId, JSON.readTree(fields.get("outcome")));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("it is not JSON", malformed);
        }
    }

    /** @throws IllegalArgumentException with one sentence if this is no outcome */
    Outcome read() {
        return new Outcome(
                streamId,
                entryId(),
                text("contract"),
                number("version"),
                kind(),
                (int) Math.min(Integer.MAX_VALUE, number("attempts")),
                optional("next").map(next -> Instant.ofEpochMilli(number("next"))),
                optional("salesforce"),
                optional("code"),
                optional("reason"),
                Instant.ofEpochMilli(number("at")));
    }

    private UUID entryId() {
        return StoredRecord.entryId(text("entry"))
                .orElseThrow(() -> new IllegalArgumentException("its entry is not a UUID"));
    }

    private OutcomeKind kind() {
        try {
            return OutcomeKind.valueOf(text("kind"));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("its kind is unknown to this Tailback", unknown);
        }
    }

    private String text(String field) {
        String value = fields.path(field).textValue();
        if (value == null) {
            throw new IllegalArgumentException("it has no " + field);
        }
        return value;
    }

    private Optional<String> optional(String field) {
        return Optional.ofNullable(fields.path(field).textValue());
    }

    private long number(String field) {
        String value = text(field);
        if (!value.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("its " + field + " is not a whole number");
        }
        return Long.parseLong(value);
    }
}
