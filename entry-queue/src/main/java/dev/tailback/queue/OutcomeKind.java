package dev.tailback.queue;

/** The fate of one version of an entry, as the worker settled it. */
public enum OutcomeKind {
    /** The other system holds exactly this version. */
    ACCEPTED,
    /** The other system already held a newer version. */
    STALE,
    /** Refused for now; comes again at the next attempt's time. */
    RETRYING,
    /** Refused for now, and a newer version waits already: this one is not sent again. */
    SUPERSEDED,
    /** Refused for good, or unreadable: waits for a person. */
    PARKED
}
