package dev.tailback.queue;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * One version of a thing on its way to another system.
 *
 * @param id of the thing, minted once by its owner: the same for every version
 * @param group the entries of one group are never in two workers' hands; 1 to 80 letters, digits, dashes and
 *     underscores
 * @param version grows with every change of the thing, from 1 to 2^53 - 1; only the newest version waits
 * @param payload what the worker has to know of this version; the queue does not read it; up to 8,000 characters
 * @param attempts how often this version has been refused so far, 0 to 1,000,000
 */
public record QueueEntry(UUID id, String group, long version, String payload, int attempts) {

    /** Redis' Lua counts in doubles, which are exact up to here. */
    public static final long LARGEST_VERSION = (1L << 53) - 1;

    public static final int MOST_ATTEMPTS = 1_000_000;
    public static final int LONGEST_PAYLOAD = 8_000;
    private static final int LONGEST_GROUP = 80;

    public QueueEntry {
        require(id != null, () -> "an entry has no id");
        require(BoundedText.isId(group, LONGEST_GROUP), () -> "entry " + id + " has no usable group");
        require(
                version >= 1 && version <= LARGEST_VERSION,
                () -> "entry " + id + " has version " + version + ": versions run from 1 to 2^53 - 1");
        require(
                payload != null && payload.length() <= LONGEST_PAYLOAD,
                () -> "entry " + id + " has no payload of up to 8,000 characters");
        require(
                attempts >= 0 && attempts <= MOST_ATTEMPTS,
                () -> "entry " + id + " has " + attempts + " attempts: they run from 0 to 1,000,000");
    }

    // A sentence for each entry that is in order would cost more than reading it.
    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise.get());
        }
    }
}
