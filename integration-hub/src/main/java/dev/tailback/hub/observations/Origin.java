package dev.tailback.hub.observations;

/** How a CRM came to say something. */
public enum Origin {
    /** It was asked for what changed. */
    CHANGES,
    /** It was asked for this very record. */
    READ,
    /** A write found another value than the one it was to replace. */
    CONFLICT
}
