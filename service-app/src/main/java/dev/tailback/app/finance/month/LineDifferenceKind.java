package dev.tailback.app.finance.month;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How the two sides can differ about a line. */
@Serdeable
public enum LineDifferenceKind {
    /** Salesforce holds locked usage that no entry here stands for. */
    FOREIGN("No entry of the ledger stands for it. An operator compares both sides with './tailback ops reconcile'."),
    /** Both hold it, and not the same of it. */
    OTHER("Both sides hold it, and not the same of it. An operator compares them with './tailback ops reconcile'."),
    /** Salesforce holds a version whose answer has not been applied here yet. */
    ON_ITS_WAY("Salesforce has accepted it, and its answer is on its way here. Look again in a minute."),
    /** The ledger says that Salesforce holds it, and Salesforce does not hold it as locked. */
    MISSING("Salesforce does not hold it as locked usage: it was deleted or cancelled there, or the org does not lock."
            + " An operator compares both sides with './tailback ops reconcile'.");

    private final String whatNow;

    LineDifferenceKind(String whatNow) {
        this.whatNow = whatNow;
    }

    String whatNow() {
        return whatNow;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
