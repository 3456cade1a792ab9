package dev.tailback.queue.records;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.queue.Settlement.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The calls that a batch went out in, as an entry of the outcome stream carries them: the JSON array of {@code [worker,
 * sent at, took, status]}, in ms. Most batches go out in one call, so an outcome only says its call's place in there,
 * and behind it {@code true} if Salesforce made a new record of it, or what Salesforce said in refusing it.
 *
 * <p>People read this and no program decides by it: what cannot be read is left out, and its outcome counts.
 */
public final class StoredCalls {
    private static final int LONGEST_ANSWER = 2_000;
    private static final int LONGEST_WORKER = 80;
    private static final int MOST_CALLS = 10_000;
    private static final long LATEST_MILLIS = 253_402_300_799_999L;
    private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

    private final Map<String, Integer> places = new LinkedHashMap<>();

    /** The end of an outcome that went out in this attempt, from its call on. */
    public String end(Attempt attempt) {
        StringBuilder end = new StringBuilder(",").append(place(attempt));
        if (attempt.created()) {
            end.append(",true");
        } else if (attempt.answer().isPresent()) {
            append(end.append(','), BoundedText.of(attempt.answer().get(), LONGEST_ANSWER));
        }
        return end.toString();
    }

    public String text() {
        return "[" + String.join(",", places.keySet()) + "]";
    }

    private int place(Attempt attempt) {
        StringBuilder call = new StringBuilder("[");
        append(call, BoundedText.of(attempt.worker(), LONGEST_WORKER))
                .append(',')
                .append(attempt.sentAt().toEpochMilli())
                .append(',')
                .append(attempt.took().toMillis());
        attempt.status().ifPresent(status -> call.append(',').append(status));
        int next = places.size();
        return Optional.ofNullable(places.putIfAbsent(call.append(']').toString(), next))
                .orElse(next);
    }

    private static StringBuilder append(StringBuilder text, String value) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        return text.append('"');
    }

    /**
     * Empty if there is none, or none that Tailback writes.
     *
     * @param calls of the entry of the stream
     * @param place of its call
     * @param said what stands behind the place
     */
    static Optional<Attempt> attempt(JsonNode calls, JsonNode place, JsonNode said) {
        JsonNode call = calls.path(fits(place, MOST_CALLS) ? place.intValue() : MOST_CALLS);
        boolean readable =
                call.path(0).isTextual() && fits(call.path(1), LATEST_MILLIS) && fits(call.path(2), LONGEST_MILLIS);
        return readable ? Optional.of(attempt(call, said)) : Optional.empty();
    }

    private static Attempt attempt(JsonNode call, JsonNode said) {
        return new Attempt(
                BoundedText.of(call.path(0).textValue(), LONGEST_WORKER),
                Instant.ofEpochMilli(call.path(1).longValue()),
                Duration.ofMillis(call.path(2).longValue()),
                status(call.path(3)),
                said.isBoolean() && said.booleanValue(),
                Optional.ofNullable(said.textValue()).map(text -> BoundedText.of(text, LONGEST_ANSWER)));
    }

    private static boolean fits(JsonNode number, long most) {
        return number.isIntegralNumber()
                && number.canConvertToLong()
                && number.longValue() >= 0
                && number.longValue() <= most;
    }

    private static OptionalInt status(JsonNode status) {
        return fits(status, 599) && status.intValue() >= 100 ? OptionalInt.of(status.intValue()) : OptionalInt.empty();
    }
}
