package dev.tailback.queue;

/**
 * What {@link QueueOperations#mend} found. Redis loses no key on its own: if anything is found here, Redis evicts keys
 * or a person has deleted some.
 *
 * @param damaged groups, batches, delays and orders that were put right
 * @param putBack groups that had entries waiting and that no worker would ever have taken
 * @param shut whether something cannot be put right, so that the queue must be rebuilt from the ledger
 */
public record Mended(long damaged, long putBack, boolean shut) {
    public static final Mended NOTHING = new Mended(0, 0, false);

    public boolean isNothing() {
        return equals(NOTHING);
    }

    static Mended both(Mended one, Mended other) {
        return new Mended(one.damaged + other.damaged, one.putBack + other.putBack, one.shut || other.shut);
    }
}
