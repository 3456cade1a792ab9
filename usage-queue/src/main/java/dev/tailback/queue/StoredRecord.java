package dev.tailback.queue;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Redis holds for an entry: {@code version|attempts|sequence|body} under the entry's key in its contract's hash. */
record StoredRecord(String contractId, String entryKey, String value) {
    private static final Pattern VALUE =
            Pattern.compile("(\\d{1,16})\\|(\\d{1,9})\\|(\\d{1,18})\\|(.*)", Pattern.DOTALL);

    /** Counts offers, so it tells which entry came first; 0 if the value does not say. */
    long sequence() {
        Matcher front = VALUE.matcher(value);
        return front.matches() ? Long.parseLong(front.group(3)) : 0;
    }

    /** @throws IllegalArgumentException with one sentence if this is no usage record */
    UsageRecord read() {
        Matcher front = VALUE.matcher(value);
        if (!front.matches()) {
            throw new IllegalArgumentException("its value does not begin with version, attempts and sequence");
        }
        return Payload.read(
                entryId(entryKey).orElseThrow(() -> new IllegalArgumentException("its key is not a UUID")),
                contractId,
                Long.parseLong(front.group(1)),
                Integer.parseInt(front.group(2)),
                front.group(4));
    }

    /** Only as we write it ourselves: Java would read {@code 1-1-1-1-1} as a UUID too. */
    static Optional<UUID> entryId(String key) {
        try {
            UUID id = UUID.fromString(key);
            return id.toString().equals(key) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
