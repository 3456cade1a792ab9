package dev.tailback.app.operator.reconciliation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How ledger and Salesforce can differ about an entry that nothing is on its way for. */
@Serdeable
public enum DifferenceKind {
    /** Reported here, and Salesforce holds nothing of it. */
    MISSING("Salesforce does not hold it any more: it was deleted there. Repair sends it again."),
    /** Salesforce holds usage that no entry here stands for. Never touched by us. */
    FOREIGN("No entry here stands for it. Ask an admin who made it: delete it in Salesforce, or book it here as an ad."
            + " After a restored backup it may be an ad that the backup did not have."),
    /** The same version, and another content. */
    TAMPERED("It was changed in Salesforce, not by the service app. Repair sends our content in a version above it."),
    /** Salesforce holds an older version than the one it once accepted. */
    STALE("Salesforce went back to an older version, as after a restored org. Repair sends ours again."),
    /** Salesforce holds a version above ours. */
    NEWER(
            "Salesforce holds something this ledger does not know. If it was sent from here and its answer was lost, repair takes"
                    + " it over. If not, as after a restored backup, decide which is right, and correct the ad; if that is refused as"
                    + " stale, retry the entry, which then goes above it.");

    private final String whatNow;

    DifferenceKind(String whatNow) {
        this.whatNow = whatNow;
    }

    /** What a person can do. */
    String whatNow() {
        return whatNow;
    }

    /** As in the API, in metrics and on the command line. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static DifferenceKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether sending our content again mends it, so that no person has to decide. */
    boolean oursToSend() {
        return switch (this) {
            case MISSING, TAMPERED, STALE -> true;
            case FOREIGN, NEWER -> false;
        };
    }
}
