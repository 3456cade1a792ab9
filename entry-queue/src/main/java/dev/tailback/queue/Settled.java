package dev.tailback.queue;

/** Whether a settlement counted. */
public enum Settled {
    /**
     * The batch has left the queue and every outcome is in the outcome stream. Repeating the settlement says so again.
     */
    DONE,
    /**
     * The lease had ended and the groups went back to the tail: nothing happened, the entries will be sent again.
     */
    LEASE_LOST
}
