package dev.tailback.hub.allowance;

/** Who wants to call. The first one gets the most of an allowance. */
public enum Priority {
    /** Somebody waits at a screen. */
    PERSON,
    /** What people change now. */
    LIVE,
    /** The first reading of an object, or one that is read again from the beginning. */
    BACKFILL
}
