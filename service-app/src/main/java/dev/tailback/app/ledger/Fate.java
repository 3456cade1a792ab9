package dev.tailback.app.ledger;

/** Whether the relay keeps sending an entry. */
public enum Fate {
    /** The relay offers it as long as Salesforce does not hold this version. */
    OPEN,
    /** Refused for good: waits for a person. */
    PARKED,
    /** Cancelled before Salesforce ever held it: there is nothing to report. */
    WITHDRAWN
}
