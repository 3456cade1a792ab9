package dev.tailback.hub.locks;

/** How long a steward's value stands. */
public enum LockKind {
    /** Until it is lifted. */
    LOCKED,
    /** Until a person types another value in a CRM. */
    CHOSEN,
    /** It does not stand any more. */
    LIFTED
}
