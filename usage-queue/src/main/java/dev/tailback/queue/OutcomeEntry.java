package dev.tailback.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One entry of the outcome stream as {@code settle.lua} wrote it: up to some hundred outcomes, each as {@link OutcomeText} says. */
record OutcomeEntry(DeliveryId id, Instant settledAt, JsonNode outcomes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param fields of the stream's entry; an entry that was deleted while somebody still owed its acknowledgement has none
     * @throws IllegalArgumentException with one sentence if there are no outcomes in it
     */
    static OutcomeEntry in(DeliveryId id, Map<String, String> fields) {
        if (fields == null || !fields.containsKey("outcomes")) {
            throw new IllegalArgumentException("it has no outcomes");
        }
        JsonNode outcomes = parse(fields.get("outcomes"));
        if (!outcomes.isArray() || outcomes.isEmpty()) {
            throw new IllegalArgumentException("it is not a list of outcomes");
        }
        return new OutcomeEntry(id, settledAt(fields.getOrDefault("at", "")), outcomes);
    }

    int size() {
        return outcomes.size();
    }

    String text(int position) {
        return "[" + outcomes.get(position) + "]";
    }

    /** @throws IllegalArgumentException with one sentence if this is no outcome */
    Outcome read(int position) {
        JsonNode it = outcomes.get(position);
        return new Outcome(
                id.of(position),
                entryId(it),
                text(it, 1, "contract"),
                number(it, 2, "version"),
                kind(it),
                (int) Math.min(Integer.MAX_VALUE, number(it, 3, "attempts")),
                it.path(8).isIntegralNumber()
                        ? Optional.of(Instant.ofEpochMilli(it.path(8).asLong()))
                        : Optional.empty(),
                optional(it, 4),
                optional(it, 5),
                optional(it, 6),
                settledAt);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("it is not JSON", malformed);
        }
    }

    private static Instant settledAt(String millis) {
        if (!millis.matches("\\d{1,15}")) {
            throw new IllegalArgumentException("it does not say when it was settled");
        }
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static UUID entryId(JsonNode it) {
        return StoredRecord.entryId(text(it, 0, "entry"))
                .orElseThrow(() -> new IllegalArgumentException("its entry is not a UUID"));
    }

    private static OutcomeKind kind(JsonNode it) {
        try {
            return OutcomeKind.valueOf(text(it, 7, "kind"));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("its kind is unknown to this Tailback", unknown);
        }
    }

    private static String text(JsonNode it, int place, String field) {
        return optional(it, place).orElseThrow(() -> new IllegalArgumentException("it has no " + field));
    }

    private static Optional<String> optional(JsonNode it, int place) {
        return Optional.ofNullable(it.path(place).textValue());
    }

    private static long number(JsonNode it, int place, String field) {
        JsonNode number = it.path(place);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
            throw new IllegalArgumentException("its " + field + " is not a whole number");
        }
        return number.asLong();
    }
}
