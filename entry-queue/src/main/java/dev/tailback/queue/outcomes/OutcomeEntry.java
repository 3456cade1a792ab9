package dev.tailback.queue.outcomes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.records.OutcomeText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One entry of a shard's outcome stream as {@code settle.lua} wrote it: up to some hundred outcomes. */
public record OutcomeEntry(Id id, Instant settledAt, JsonNode calls, JsonNode outcomes) {
    private static final Pattern ONE_OUTCOME = Pattern.compile("(\\d{1,2}):(\\d+-\\d+):\\d+");
    private static final int MOST_IN_ONE = 1_000;
    private static final int LONGEST_ENTRY = 4_000_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxNumberLength(30)
                    .build())
            .build());

    /** Where the entry is. One outcome in it is {@code shard:entry:position}. */
    public record Id(int shard, String entry) {
        public static Optional<Id> in(String outcome) {
            Matcher matcher = ONE_OUTCOME.matcher(outcome);
            return matcher.matches()
                    ? Optional.of(new Id(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        }

        String of(int position) {
            return shard + ":" + entry + ":" + position;
        }
    }

    /**
     * @param fields of the stream's entry; an entry that was deleted before it was acknowledged has none
     * @throws IllegalArgumentException with one sentence if there are no outcomes in it
     */
    static OutcomeEntry in(Id id, Map<String, String> fields) {
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
        return new OutcomeEntry(
                id, settledAt(fields.getOrDefault("at", "")), calls(fields.getOrDefault("calls", "")), outcomes);
    }

    int size() {
        return outcomes.size();
    }

    String text(int position) {
        return "[" + outcomes.get(position) + "]";
    }

    /** @throws IllegalArgumentException with one sentence if this is no outcome */
    Outcome read(int position) {
        return OutcomeText.read(outcomes.get(position), id.of(position), settledAt, calls);
    }

    // Only for people: what cannot be read is not told, and the outcomes count all the same.
    private static JsonNode calls(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException unreadable) {
            return MissingNode.getInstance();
        }
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
}
