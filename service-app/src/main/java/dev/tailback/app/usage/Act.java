package dev.tailback.app.usage;

/** What a line of the history tells: an act of a person, or an answer of Salesforce. */
public enum Act {
    CREATED,
    CORRECTED,
    CANCELLED,
    RETRIED,
    REVERTED,
    WITHDRAWN,
    /** The same content got a new version, because Salesforce holds a version we did not expect. */
    REPEATED,
    ACCEPTED,
    STALE,
    RETRYING,
    SUPERSEDED,
    PARKED
}
