package dev.tailback.hub.intents;

/** What became of a write. */
public enum OutcomeKind {
    /** The record holds it. */
    ACCEPTED,
    /** Refused; a person must look. */
    REFUSED,
    /** Refused for now. */
    RETRYING,
    /** Somebody had changed what was to be replaced; nothing was written, and it is decided again. */
    CONFLICT,
    /** The CRM has no such record any more. */
    GONE,
    /** The answer was lost. */
    UNKNOWN
}
