package dev.tailback.hub.drift;

/** What cannot go on. */
public enum StopScope {
    /** The object cannot be seen: nothing of it is read or written. */
    OBJECT,
    /** The field is neither read nor written. */
    FIELD,
    /** The field is read, and our user cannot write it. */
    WRITING
}
