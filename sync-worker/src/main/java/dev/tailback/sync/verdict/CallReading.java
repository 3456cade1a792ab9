package dev.tailback.sync.verdict;

import java.util.Set;

/** What it means when Salesforce refuses a call as a whole, before it has looked at the single records. */
public enum CallReading {
    /** Something in this call is not to its liking: send less of it, until the record that is to blame is alone. */
    SPLIT,
    /** No record can be the cause: the org, the address, the user or the service itself is. */
    HALT,
    /** Somebody holds a row that all of it needs; the records wait like any that met a busy row. */
    ROW_BUSY,
    /** Something broke while Salesforce worked on it: perhaps for everyone, perhaps because of this call. */
    DOUBT;

    private static final Set<Integer> OF_THE_CONTENT = Set.of(400, 413, 422);
    private static final Set<String> OF_THE_SERVER = Set.of("UNKNOWN_EXCEPTION", "INTERNAL_ERROR", "HTTP_500");

    /** A call refused for good: 4xx. */
    public static CallReading ofRefused(int status, String code) {
        boolean content = OF_THE_CONTENT.contains(status) && ErrorTable.kindOf(code, "") != ErrorKind.NOBODYS_FAULT;
        return content ? SPLIT : HALT;
    }

    /** A call that was not taken just now: nothing is saved. */
    public static CallReading ofUnavailable(String code) {
        if (ErrorTable.kindOf(code, "") == ErrorKind.ROW_BUSY) {
            return ROW_BUSY;
        }
        return OF_THE_SERVER.contains(code) ? DOUBT : HALT;
    }
}
