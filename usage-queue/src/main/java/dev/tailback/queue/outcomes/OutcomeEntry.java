package dev.tailback.queue.outcomes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.UsageRecord;
import dev.tailback.queue.records.BoundedText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One entry of the outcome stream as {@code settle.lua} wrote it: up to some hundred outcomes, each as {@code
 * OutcomeText} says.
 */
record OutcomeEntry(DeliveryId id, Instant settledAt, JsonNode outcomes) {
    private static final int MOST_IN_ONE = 1_000;
    private static final int LONGEST_ENTRY = 4_000_000;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_REASON = 4_000;
    private static final long LATEST_MILLIS = 253_402_300_799_999L;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxNumberLength(30)
                    .build())
            .build());

    /**
     * @param fields of the stream's entry; an entry that was deleted before it was acknowledged has none
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
        if (outcomes.size() > MOST_IN_ONE) {
            throw new IllegalArgumentException("it holds more outcomes than Tailback writes into one");
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
                contract(it),
                number(it, 2, "version", UsageRecord.LARGEST_VERSION),
                kind(it),
                (int) number(it, 3, "attempts", UsageRecord.MOST_ATTEMPTS),
                it.path(8).isNumber()
                        ? Optional.of(Instant.ofEpochMilli(number(it, 8, "next attempt", LATEST_MILLIS)))
                        : Optional.empty(),
                salesforceId(it),
                optional(it, 5).map(code -> BoundedText.of(code, LONGEST_ID)),
                optional(it, 6).map(reason -> BoundedText.of(reason, LONGEST_REASON)),
                settledAt,
                it.path(10).isNumber()
                        ? OptionalLong.of(number(it, 10, "content", UsageRecord.LARGEST_VERSION))
                        : OptionalLong.empty());
    }

    private static String contract(JsonNode it) {
        String contract = text(it, 1, "contract");
        if (!BoundedText.isId(contract, LONGEST_ID)) {
            throw new IllegalArgumentException("its contract is no id");
        }
        return contract;
    }

    private static Optional<String> salesforceId(JsonNode it) {
        Optional<String> id = optional(it, 4);
        if (id.isPresent() && !BoundedText.isId(id.get(), LONGEST_ID)) {
            throw new IllegalArgumentException("its Salesforce id is none");
        }
        return id;
    }

    private static JsonNode parse(String text) {
        if (text.length() > LONGEST_ENTRY) {
            throw new IllegalArgumentException("it is longer than Tailback writes one");
        }
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
        return BoundedText.uuid(text(it, 0, "entry"))
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

    private static long number(JsonNode it, int place, String field, long most) {
        JsonNode number = it.path(place);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0 || number.asLong() > most) {
            throw new IllegalArgumentException("its " + field + " is not a whole number up to " + most);
        }
        return number.asLong();
    }
}
