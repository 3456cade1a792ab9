package dev.tailback.queue.records;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.queue.BoundedText;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.QueueEntry;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Unreadable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An outcome as the stream carries it: the JSON array {@code [entry, group, version, attempts, accepted id, code,
 * reason, kind, next attempt, body, sent, call, answer]}, whose end is left out where it is empty. The last two are
 * written by {@link StoredCalls}.
 */
public record OutcomeText(String entryKey, String group, long version, int attempts) {
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_REASON = 4_000;
    private static final long LATEST_MILLIS = 253_402_300_799_999L;

    public static OutcomeText of(QueueEntry it) {
        return new OutcomeText(it.id().toString(), it.group(), it.version(), it.attempts());
    }

    public static OutcomeText of(Unreadable it) {
        StoredEntry stored = new StoredEntry(it.group(), it.entryKey(), it.body());
        return new OutcomeText(it.entryKey(), it.group(), stored.version(), stored.attempts());
    }

    /** @param attempt the outcome's end that says how it was sent, or nothing; the same below */
    public String accepted(Settlement.Accepted it, String attempt) {
        String content = it.sent().isPresent() ? ",null,null," + it.sent().getAsLong() + attempt : afterKind(attempt);
        return upToKind(attempts, it.acceptedId(), "", "") + kind(OutcomeKind.ACCEPTED) + content + "]";
    }

    public String stale(Settlement.Stale it, String attempt) {
        return upToKind(attempts, "", "", it.reason()) + kind(OutcomeKind.STALE) + afterKind(attempt) + "]";
    }

    public String parked(Settlement.Parked it, String attempt) {
        return upToKind(it.attempts(), "", it.code(), it.reason())
                + kind(OutcomeKind.PARKED)
                + afterKind(attempt)
                + "]";
    }

    /** {@code settle.lua} adds kind and time, since it decides, and then {@link #afterTime}. */
    public String retryUpToKind(Settlement.RetryLater it) {
        return upToKind(it.attempts(), "", it.code(), it.reason());
    }

    public static String afterTime(String attempt) {
        return attempt.isEmpty() ? "" : ",null,null" + attempt;
    }

    private static String afterKind(String attempt) {
        return attempt.isEmpty() ? "" : ",null" + afterTime(attempt);
    }

    /** {@code settle.lua} adds the body as it was found. */
    public String unreadableUpToBody(Settlement.ParkedUnreadable it) {
        return upToKind(attempts, "", it.code(), it.reason()) + kind(OutcomeKind.PARKED) + ",null,";
    }

    private String upToKind(int counted, String acceptedId, String code, String reason) {
        StringBuilder text = new StringBuilder(160).append('[');
        append(text, entryKey).append(',');
        append(text, group).append(',');
        text.append(version).append(',').append(counted).append(',');
        append(text, acceptedId).append(',');
        append(text, code).append(',');
        return append(text, reason).append(',').toString();
    }

    private static StringBuilder append(StringBuilder text, String value) {
        if (value.isEmpty()) {
            return text.append("null");
        }
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        return text.append('"');
    }

    private static String kind(OutcomeKind kind) {
        return "\"" + kind + "\"";
    }

    /**
     * @param streamId names the delivery
     * @param settledAt by Redis' clock
     * @param calls that the outcomes of this entry of the stream speak of
     * @throws IllegalArgumentException with one sentence if this is no outcome
     */
    public static Outcome read(JsonNode it, String streamId, Instant settledAt, JsonNode calls) {
        return new Outcome(
                streamId,
                entryId(it),
                id(text(it, 1, "group"), "its group is no id"),
                number(it, 2, "version", QueueEntry.LARGEST_VERSION),
                kind(it),
                (int) number(it, 3, "attempts", QueueEntry.MOST_ATTEMPTS),
                it.path(8).isNumber()
                        ? Optional.of(Instant.ofEpochMilli(number(it, 8, "next attempt", LATEST_MILLIS)))
                        : Optional.empty(),
                optional(it, 4).map(id -> id(id, "its accepted id is no id")),
                optional(it, 5).map(code -> BoundedText.of(code, LONGEST_ID)),
                optional(it, 6).map(reason -> BoundedText.of(reason, LONGEST_REASON)),
                settledAt,
                it.path(10).isNumber()
                        ? OptionalLong.of(number(it, 10, "content", QueueEntry.LARGEST_VERSION))
                        : OptionalLong.empty(),
                StoredCalls.attempt(calls, it.path(11), it.path(12)));
    }

    private static String id(String text, String otherwise) {
        if (!BoundedText.isId(text, LONGEST_ID)) {
            throw new IllegalArgumentException(otherwise);
        }
        return text;
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
