package dev.tailback.queue;

import java.time.Duration;
import java.util.regex.Pattern;

/** What the queue's callers must not get wrong, and the sentences they get otherwise. */
final class Required {
    private static final Pattern BATCH_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final int LARGEST_BATCH = 2_000;

    private Required() {}

    static void batchId(String batchId) {
        if (batchId == null || !BATCH_ID.matcher(batchId).matches()) {
            throw new IllegalArgumentException(
                    "The batch id " + batchId + " is not 1 to 100 letters, digits, dashes or underscores");
        }
    }

    static void limit(int limit) {
        if (limit < 1 || limit > LARGEST_BATCH) {
            throw new IllegalArgumentException("The limit of a batch is " + limit + ": take 1 to 2,000 entries");
        }
    }

    static void positive(Duration time, String name) {
        if (time == null || time.toMillis() < 1) {
            throw new IllegalArgumentException("The " + name + " is " + time + ": it must be 1 ms or longer");
        }
    }

    static void notNegative(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("The delay of a released batch is " + delay + ": it cannot be negative");
        }
    }

    static void reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A pause needs a reason");
        }
    }
}
