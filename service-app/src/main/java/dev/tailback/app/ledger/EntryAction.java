package dev.tailback.app.ledger;

/** What one line of the history records: what a person did, or what Salesforce answered. */
public enum EntryAction {
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
