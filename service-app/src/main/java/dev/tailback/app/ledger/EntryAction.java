package dev.tailback.app.ledger;

import dev.tailback.queue.OutcomeKind;

/** What one line of the history records: what a person did, or what Salesforce answered. */
public enum EntryAction {
    CREATED,
    CORRECTED,
    CANCELLED,
    RETRIED,
    REVERTED,
    WITHDRAWN,
    /** The same units, under a title, a date or a reference that staff changed. */
    RELABELLED,
    /** The same content got a new version, because Salesforce holds a version we did not expect. */
    REPEATED,
    ACCEPTED,
    STALE,
    RETRYING,
    SUPERSEDED,
    PARKED;

    static EntryAction of(OutcomeKind kind) {
        return switch (kind) {
            case ACCEPTED -> ACCEPTED;
            case STALE -> STALE;
            case RETRYING -> RETRYING;
            case SUPERSEDED -> SUPERSEDED;
            case PARKED -> PARKED;
        };
    }
}
