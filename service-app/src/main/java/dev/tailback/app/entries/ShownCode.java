package dev.tailback.app.entries;

import java.util.Arrays;

/** The codes that follow from something else than the entry; every other code an entry shows was told by Salesforce. */
enum ShownCode {

    /** The cancellation of the entry it replaces is rejected. */
    REPLACED_REJECTED,
    /** The cancellation of the entry it replaces is not accepted yet. */
    WAITS_FOR_REPLACED,
    /** An operator holds its contract. */
    ON_HOLD;

    /**
     * Narrows a search over {@code shown_entry} to entries that show this code. The first condition lets PostgreSQL use
     * an index.
     */
    static void narrow(Filter filter, String wanted) {
        if (Arrays.stream(values()).anyMatch(code -> code.name().equals(wanted))) {
            filter.and("e.open");
        } else {
            filter.and("e.code = ?", wanted);
        }
        filter.and("e.shown_code = ?", wanted);
    }
}
