package dev.tailback.queue.records;

import dev.tailback.queue.BoundedText;
import dev.tailback.queue.QueueEntry;
import java.util.UUID;

/**
 * What Redis holds for an entry: {@code version|attempts|sequence|payload} under the entry's key in its group's hash.
 * {@code offer.lua} puts the sequence in. The payload does not repeat what stands in front of it.
 */
public record StoredEntry(String group, String entryKey, String value) {

    public static String beforeSequence(QueueEntry entry) {
        return entry.version() + "|" + entry.attempts() + "|";
    }

    public static String afterSequence(QueueEntry entry) {
        return "|" + entry.payload();
    }

    /** 0 if the value does not say, or says what no version can be. */
    public long version() {
        long version = number(0, 16);
        return version < 0 || version > QueueEntry.LARGEST_VERSION ? 0 : version;
    }

    /** 0 if the value does not say. */
    public int attempts() {
        return (int) Math.max(0, Math.min(QueueEntry.MOST_ATTEMPTS, number(1, 9)));
    }

    /** Counts offers, so it tells which entry came first; 0 if the value does not say. */
    public long sequence() {
        return Math.max(0, number(2, 16));
    }

    /** @throws IllegalArgumentException with one sentence if this is no entry */
    public QueueEntry read() {
        long version = number(0, 16);
        long attempts = number(1, 9);
        if (version < 0 || attempts < 0 || number(2, 18) < 0) {
            throw new IllegalArgumentException("its value does not begin with version, attempts and sequence");
        }
        UUID id = BoundedText.uuid(entryKey).orElseThrow(() -> new IllegalArgumentException("its key is not a UUID"));
        return new QueueEntry(id, group, version, payload(), (int) attempts);
    }

    private String payload() {
        int begin = end(2) + 1;
        if (value.length() - begin > QueueEntry.LONGEST_PAYLOAD) {
            throw new IllegalArgumentException("its payload is longer than Tailback writes one");
        }
        return value.substring(begin);
    }

    // Read by hand: this runs for every entry, and a pattern takes longer than all the rest. -1 if it is no number.
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
