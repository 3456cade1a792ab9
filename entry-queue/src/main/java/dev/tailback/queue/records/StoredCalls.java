package dev.tailback.queue.records;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.queue.BoundedText;
import dev.tailback.queue.Settlement.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The calls that a batch went out in, as an entry of the outcome stream carries them: the JSON array of {@code [worker,
 * sent at, took, status]}, in ms. Most batches go out in one call, so an outcome only says its call's place in there,
 * and behind it {@code true} if the other system made something new of it, or what it said in refusing it.
 *
 * <p>People read this and no program decides by it: what cannot be read is left out, and its outcome counts.
 */
public final class StoredCalls {
    private static final int LONGEST_ANSWER = 2_000;
    private static final int LONGEST_WORKER = 80;
    private static final int MOST_CALLS = 10_000;
    private static final long LATEST_MILLIS = 253_402_300_799_999L;
    private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

    private final Map<Call, Integer> places = new LinkedHashMap<>();

    private record Call(String worker, Instant sentAt, Duration took, OptionalInt status) {

        private String text() {
            StringBuilder text = new StringBuilder("[");
            append(text, BoundedText.of(worker, LONGEST_WORKER))
                    .append(',')
                    .append(sentAt.toEpochMilli())
                    .append(',')
                    .append(took.toMillis());
            status.ifPresent(number -> text.append(',').append(number));
            return text.append(']').toString();
        }
    }

    /** The end of an outcome that went out in this attempt, from its call on. */
    public String end(Attempt attempt) {
        String place = "," + place(attempt);
        if (attempt.created()) {
            return place + ",true";
        }
        return attempt.answer()
                .map(answer -> append(new StringBuilder(place).append(','), BoundedText.of(answer, LONGEST_ANSWER))
                        .toString())
                .orElse(place);
    }

    public String text() {
        return places.keySet().stream().map(Call::text).collect(Collectors.joining(",", "[", "]"));
    }

    private int place(Attempt attempt) {
        int next = places.size();
        Call call = new Call(attempt.worker(), attempt.sentAt(), attempt.took(), attempt.status());
        return Optional.ofNullable(places.putIfAbsent(call, next)).orElse(next);
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
