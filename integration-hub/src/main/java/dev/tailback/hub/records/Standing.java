package dev.tailback.hub.records;

/** Whether a record is there. */
public enum Standing {
    PRESENT,
    /** Deleted, or in the bin. */
    GONE,
    /** A person made one record of it and another one. */
    MERGED
}
