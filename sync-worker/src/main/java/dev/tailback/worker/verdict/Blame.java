package dev.tailback.worker.verdict;

/** Whose failure it is. Only what is a record's own counts an attempt or parks it, and what struck several alike is nobody's own before it stood alone. */
public enum Blame {
    /** This entry and no other: a rule of the row itself, a value that does not fit, a reference that leads nowhere. */
    RECORD,
    /** The contract above it: its rule, its approval, somebody who saves it at this moment. It strikes all entries of the contract that are in the call. */
    CONTRACT,
    /** The company it was sent in: a trigger, a flow or a limit failed for the call as a whole, perhaps for one row of it, perhaps for their number. */
    CALL,
    /** Our session with Salesforce: signing in, the token, the user. */
    SESSION,
    /** Salesforce as a whole: maintenance, its limits, its storage, its own errors, the org's set-up. */
    SALESFORCE,
    /** What stands between: no connection, a proxy, a firewall, anything that answers without Salesforce's own form. */
    NETWORK,
    /** This program. */
    OURS
}
