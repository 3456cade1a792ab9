package dev.tailback.localorg.switches;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A behaviour of Salesforce that no source confirms, or that this org has not. The first value is the best guess, which
 * is what an org begins with.
 */
public enum Switch {
    /** HTTP status of a single call that gets {@code UNABLE_TO_LOCK_ROW}. */
    LOCKED_ROW_STATUS("500", "400"),
    /** HTTP status of a single call without the right to write. */
    NO_ACCESS_STATUS("403", "400"),
    /** HTTP status of writes in read-only mode. */
    READ_ONLY_STATUS("503", "400", "500"),
    /** HTTP status of the token endpoint for a wrong client secret. */
    WRONG_SECRET_STATUS("400", "401"),
    /** HTTP status of the identity URL without a living token. */
    IDENTITY_REFUSED_STATUS("403", "401"),
    /** HTTP status of {@code updateOnly=true} without a match. */
    UPDATE_ONLY_STATUS("404", "400"),
    /** HTTP status of a collection of more than 200 records. */
    TOO_MANY_RECORDS_STATUS("400", "413"),
    /**
     * A record of a collection with an unknown field or a wrong JSON type: the call is refused, or the record alone.
     */
    UNREADABLE_RECORD("call", "record"),
    /** A rule of the master fails all records of the run that belong to it, or only the last of them. */
    MASTER_REFUSES("all", "last"),
    /** A row that stays locked fails the records that need it, or the whole run. */
    LOCKED_ROW_FAILS("touching", "run"),
    /** What a roll-up changes on its master besides its own field. */
    ROLL_UP_STAMPS("system-modstamp", "last-modified"),
    /** Body of 412: an array with an error, or nothing. */
    PRECONDITION_BODY("error", "empty"),
    /** A validation rule that this org cannot evaluate: saves of its object are refused, or made without the rule. */
    UNEXECUTED_RULE("refuse", "pass");

    private final List<String> values;

    Switch(String... values) {
        this.values = List.of(values);
    }

    /** As people write it, such as {@code locked-row-status}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it may be set to, the best guess first. */
    public List<String> choices() {
        return values;
    }

    static Optional<Switch> named(String word) {
        return Arrays.stream(Switch.values())
                .filter(candidate -> candidate.word().equals(word))
                .findFirst();
    }
}
