package dev.tailback.app.operator.operations;

/** What an operator can do. */
public enum OperatorAction {
    /** Nothing is taken from the queue any more. */
    PAUSED,
    RESUMED,
    /** Rejected entries were let through again. */
    RETRIED,
    /** A rejected entry went back to what Salesforce holds. */
    REVERTED,
    /** Ledger and Salesforce were compared. */
    RECONCILED,
    /** They were compared, and what was ours to send was sent again. */
    REPAIRED
}
