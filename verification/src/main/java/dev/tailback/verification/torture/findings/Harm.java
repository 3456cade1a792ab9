package dev.tailback.verification.torture.findings;

/** In which way something is not as it must be. */
public enum Harm {
    STALE("older versions accepted over newer ones"),
    UNSENT("entries that never reached Salesforce"),
    UNEQUAL("differences between the ledger and Salesforce"),
    LOCK_BROKEN("changes of entries on a fulfilled contract"),
    PROMISE_BROKEN("writes that the ledger does not show as they were answered"),
    TWO_CALLS("contracts in two calls at a time"),
    UNEXPLAINED("rejections without a reason"),
    INNOCENT("entries rejected for no fault of their own"),
    LEFT_IN_REDIS("things left in Redis"),
    WRONG_ANSWER("answers that must never be given"),
    NOT_RECOVERED("faults without recovery");

    private final String words;

    Harm(String words) {
        this.words = words;
    }

    /** Comes before a number. */
    @Override
    public String toString() {
        return words;
    }
}
