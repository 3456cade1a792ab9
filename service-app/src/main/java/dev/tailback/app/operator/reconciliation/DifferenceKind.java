package dev.tailback.app.operator.reconciliation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How ledger and Salesforce can differ about an entry that nothing is on its way for. */
@Serdeable
public enum DifferenceKind {
    /** Reported here, and Salesforce holds nothing of it. */
    MISSING,
    /** Salesforce holds usage that no entry here stands for. Never touched by us. */
    FOREIGN,
    /** The same version, and another content. */
    TAMPERED,
    /** Salesforce holds an older version than the one it once accepted. */
    STALE,
    /** Salesforce holds a version above ours. */
    NEWER;

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
