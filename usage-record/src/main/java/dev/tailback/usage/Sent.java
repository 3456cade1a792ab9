package dev.tailback.usage;

/**
 * What was sent to Salesforce, as a number that the ledger compares with what it had at that version. It finds records
 * that were changed in Redis; it is no seal: who can write to Redis can also compute it.
 */
public final class Sent {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    // Numbers up to 2^53 - 1 are the same in JSON, in Lua and here.
    private static final int DROPPED_BITS = 11;

    private Sent() {}

    /** The same for the same content, in every version of Tailback. */
    public static long of(String contractProductId, int units, boolean cancelled) {
        String content = contractProductId + "|" + units + "|" + cancelled;
        long hash = FNV_OFFSET;
        for (int i = 0; i < content.length(); i++) {
            hash = (hash ^ content.charAt(i)) * FNV_PRIME;
        }
        return hash >>> DROPPED_BITS;
    }
}
