package dev.tailback.hub.allowance;

/** Why nothing may be sent. */
public enum WaitKind {
    /** An operator paused the CRM. */
    PAUSED,
    /** The CRM told us to wait. */
    TOLD_TO_WAIT,
    /** The CRM does not answer, and the next probe is not due yet or is out. */
    OUTAGE,
    /** What remains of the CRM's allowance is for others. */
    SHARE_USED
}
