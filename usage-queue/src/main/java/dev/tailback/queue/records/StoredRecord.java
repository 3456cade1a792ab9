package dev.tailback.queue.records;

import dev.tailback.queue.UsageRecord;
import java.util.Optional;
import java.util.UUID;

/**
 * What Redis holds for an entry: {@code version|attempts|sequence|body} under the entry's key in its contract's hash.
 */
public record StoredRecord(String contractId, String entryKey, String value) {
    private static final int UUID_LENGTH = 36;

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
        UUID entry = entryId(entryKey).orElseThrow(() -> new IllegalArgumentException("its key is not a UUID"));
        return Payload.read(entry, contractId, version, (int) attempts, value.substring(end(2) + 1));
    }

    /** Only as we write it ourselves: Java would read {@code 1-1-1-1-1} as a UUID too. */
    public static Optional<UUID> entryId(String key) {
        if (key.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(key);
            return id.toString().equals(key) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
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
