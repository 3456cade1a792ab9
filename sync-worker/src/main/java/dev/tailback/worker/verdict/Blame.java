package dev.tailback.worker.verdict;

/**
 * Who is to blame for a failure. Only a record's own failure counts an attempt or parks it. A failure that several
 * records share counts for none of them until one has failed on its own.
 */
public enum Blame {
    /** This entry alone: a rule of the row itself, a value that does not fit, a reference to nothing. */
    RECORD,
    /**
     * The contract: its rule, its approval, another user who saves it now. It affects all entries of the contract in
     * the call.
     */
    CONTRACT,
    /**
     * The call: a trigger, a flow or a limit failed for all of it, perhaps because of one row, perhaps because of their
     * number.
     */
    CALL,
    /** Our session with Salesforce: signing in, the token, the user. */
    SESSION,
    /** Salesforce as a whole: maintenance, its limits, its storage, its own errors, the org's set-up. */
    SALESFORCE,
    /** What lies between: no connection, a proxy, a firewall, any answer that does not have Salesforce's form. */
    NETWORK,
    /** This program. */
    OURS
}
