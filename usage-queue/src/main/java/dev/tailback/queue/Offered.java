package dev.tailback.queue;

/** What became of an offer. */
public sealed interface Offered {

    /**
     * The queue holds every offered record, in the offered version or a newer one.
     *
     * @param added records that were new to the queue, or newer than what it held
     * @param known records the queue already held in this version or a newer one
     */
    record Taken(int added, int known) implements Offered {}

    /** Not all was taken: Redis, or a part of it, is new, old or empty, and the queue must be rebuilt from the ledger first. */
    record Shut() implements Offered {}
}
