package dev.tailback.app.entries;

/**
 * The code people see at an entry. Most were told by Salesforce and stand in the row; these follow from the entry it replaces. Conditions are over the
 * rows {@code e} and {@code r} of {@link EntryState#JOINS}.
 */
enum ShownCode {
    /** The cancellation of the entry it replaces is rejected. */
    REPLACED_REJECTED("(" + EntryState.REJECTED.condition() + " and e.fate <> 'PARKED')"),
    /** The cancellation of the entry it replaces is not accepted yet. */
    WAITS_FOR_REPLACED("(" + EntryState.WAITING.condition()
            + " and e.replaces is not null and r.fate <> 'WITHDRAWN' and not r.reported_cancelled)");

    private final String condition;

    ShownCode(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** SQL that gives the code, or null. */
    static String derivation() {
        StringBuilder sql = new StringBuilder("case ");
        for (ShownCode code : values()) {
            sql.append("when ")
                    .append(code.condition)
                    .append(" then '")
                    .append(code)
                    .append("' ");
        }
        return sql.append("else e.code end").toString();
    }

    /** Narrows a search to entries that show this code. */
    static void narrow(Filter filter, String wanted) {
        for (ShownCode code : values()) {
            if (code.name().equals(wanted)) {
                filter.and(code.condition);
                return;
            }
        }
        filter.and("e.code = ?", wanted);
        filter.and(derivation() + " = ?", wanted);
    }
}
