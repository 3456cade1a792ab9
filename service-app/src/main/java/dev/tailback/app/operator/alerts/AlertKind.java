package dev.tailback.app.operator.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What can be wrong. */
@Serdeable
public enum AlertKind {
    /** Nothing is sent, and no operator wants it so. */
    OUTAGE("Nothing is sent to Salesforce"),
    /** An operator paused sending long ago. */
    PAUSED("Sending is paused for long"),
    /** An entry waits for too long. */
    WAITING("An entry waits for too long"),
    /** Salesforce refuses entries for good. Told again when there are more. */
    PARKED("Entries are parked"),
    /** The last whole comparison found that ledger and Salesforce differ. */
    DIFFERENCES("Ledger and Salesforce differ"),
    /** The last day of a contract nears, and Salesforce has not accepted all of its entries. */
    ENDING("A contract ends with entries unsent"),
    /** The org does not have, or does not allow, something that the mapping in use names. */
    DRIFT("The Salesforce org has changed");

    private final String title;

    AlertKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** As it stands in messages and answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
