package dev.tailback.app.proof;

import java.util.Locale;

/** What an org must do for Tailback to lose nothing and to bill nothing twice. */
enum Promise {
    ACCEPTED("New usage is accepted, and its id comes back."),
    COUNTED("Consumed grows by exactly the units sent, and available falls by them."),
    REPEATED("The same usage sent again is accepted, and changes nothing."),
    FENCED("An older version is refused with USAGE_STALE, and changes nothing."),
    ROW_BY_ROW("Of two records in one call, the good one is saved and the bad one is refused."),
    SEEN_BY_SALES("A user of sales sees consumed and available units as the integration user does."),
    UNKNOWN_PRODUCT("Usage of a contract product that does not exist is refused with a code that the worker knows."),
    NEGATIVE_UNITS("Negative units are refused with USAGE_UNITS."),
    WRONG_TYPE("A value of the wrong type is refused."),
    PRODUCT_STAYS("Usage cannot move to another contract product: USAGE_IDENTITY."),
    AD_STAYS("Usage cannot be given to another ad: USAGE_IDENTITY."),
    ID_STAYS("The external id of usage cannot be changed: USAGE_IDENTITY."),
    CONTRACT_READ_ONLY("The integration user cannot write the contract."),
    TOGETHER("Calls at once on one product are saved, or told that the row is busy; none is lost or counted twice."),
    LOCKED_INSERT("New usage on a fulfilled contract is refused with USAGE_LOCKED."),
    LOCKED_REPEAT("The same usage sent again is accepted on a fulfilled contract, too, and changes nothing."),
    LOCKED_CHANGE("A change of usage on a fulfilled contract is refused with USAGE_LOCKED."),
    CANCELLED("Cancelled usage counts no more: consumed and available are as before the proof."),
    NEVER_DELETED("The integration user cannot delete usage.");

    private final String sentence;

    Promise(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** As in a report, such as {@code row-by-row}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
