package dev.tailback.app.proof;

import java.util.Locale;

/**
 * What Salesforce's documents leave open. The local org has a switch of the same name for each, so that it can behave as
 * the org did.
 */
enum Question {
    NEWEST_VERSION("The org did not list its versions."),
    DAILY_CALLS("The org did not tell its calls of a day."),
    NO_ACCESS_STATUS("The write of the contract was not refused for a missing right."),
    UNREADABLE_RECORD("The value of the wrong type was not refused."),
    UPDATE_ONLY_STATUS("No answer told it."),
    TOO_MANY_RECORDS_STATUS("No answer told it."),
    PRECONDITION_BODY("No row of the proof was refused under a condition."),
    IDENTITY_REFUSED_STATUS("No answer told it."),
    WRONG_SECRET_STATUS("No answer told it."),
    ROLL_UP_STAMPS("The product's times, which have whole seconds, did not differ."),
    LOCKED_ROW_STATUS(
            "No row was busy for a call that sends one record alone, and none can be made busy from outside."),
    LOCK_WAIT("No row was busy, and none can be made busy from outside."),
    LOCKED_ROW_FAILS(
            "A row that is busy for one record of a call and free for others cannot be arranged from outside."),
    READ_ONLY_STATUS("Only Salesforce puts an org into read-only mode."),
    MASTER_REFUSES("It needs a contract whose own rule refuses usage, and the test contract must take usage."),
    UNEXECUTED_RULE("It is a question about the local org alone: Salesforce evaluates every rule.");

    private final String untold;

    Question(String untold) {
        this.untold = untold;
    }

    /** As the local org calls its switch, such as {@code newest-version}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why a proof may not tell it, for people. */
    String untold() {
        return untold;
    }
}
