package dev.tailback.queue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One entry of the outcome stream as {@code settle.lua} wrote it. */
record OutcomeEntry(String streamId, Map<String, String> fields) {

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
        String value = fields.get(field);
        if (value == null) {
            throw new IllegalArgumentException("it has no " + field);
        }
        return value;
    }

    private Optional<String> optional(String field) {
        return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
    }

    private long number(String field) {
        String value = text(field);
        if (!value.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("its " + field + " is not a whole number");
        }
        return Long.parseLong(value);
    }
}
