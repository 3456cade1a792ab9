package dev.tailback.worker.bulk;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How a long backlog is sent.
 *
 * @param from so many waiting records are a backlog that goes as Bulk jobs, 10 to 10,000,000; 20,000 unless set. Empty:
 *     everything goes in calls
 * @param most records of one job; 50,000, and fewer in a heap below 250 MB
 * @param patience how long a job may take before it is ended; its contracts wait meanwhile; 10 min
 * @param silence after which a job's worker counts as dead: longer than its longest call
 */
public record BulkSettings(OptionalLong from, int most, Duration patience, Duration silence) {
    private static final String OFF = "off";
    private static final long FEWEST = 10;
    private static final long MOST_FROM = 10_000_000;
    /** Below that, Salesforce advises calls. */
    private static final int WORTH_A_JOB = 2_000;

    private static final int MOST_OF_A_JOB = 50_000;
    /** A record, its line in the job's text, and the line that tells of it, while nothing else has the heap. */
    private static final int HEAP_BYTES_A_RECORD = 5_000;

    /** @param callLimit the longest a write to Salesforce may take; the text of a job may take twice that */
    public static BulkSettings standard(Duration callLimit) {
        return new BulkSettings(
                OptionalLong.of(20_000),
                mostIn(Runtime.getRuntime().maxMemory()),
                Duration.ofMinutes(10),
                callLimit.multipliedBy(2).plus(Duration.ofMinutes(2)));
    }

    /** @throws IllegalArgumentException if it is neither {@code off} nor 10 to 10,000,000 */
    public BulkSettings withFrom(String text) {
        if (text.strip().equals(OFF)) {
            return new BulkSettings(OptionalLong.empty(), most, patience, silence);
        }
        long records = number(text);
        if (records < FEWEST || records > MOST_FROM) {
            throw new IllegalArgumentException(
                    "must be a number of records from " + FEWEST + " to " + MOST_FROM + ", or off, but is " + text);
        }
        return new BulkSettings(OptionalLong.of(records), most, patience, silence);
    }

    public BulkSettings withSilence(Duration silence) {
        return new BulkSettings(from, most, patience, silence);
    }

    public BulkSettings withPatience(Duration patience) {
        return new BulkSettings(from, most, patience, silence);
    }

    static int mostIn(long heapBytes) {
        return (int) Math.max(WORTH_A_JOB, Math.min(MOST_OF_A_JOB, heapBytes / HEAP_BYTES_A_RECORD));
    }

    /** The fewest records that are worth a job. */
    public long fewest() {
        return Math.min(WORTH_A_JOB, from.orElse(WORTH_A_JOB));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
