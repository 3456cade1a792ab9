package dev.tailback.localorg.switches;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A behaviour of Salesforce that no source confirms, or that this org has not. The best guess is what an org begins
 * with.
 */
public enum Switch {
    /** HTTP status of a single call that gets {@code UNABLE_TO_LOCK_ROW}. */
    LOCKED_ROW_STATUS(Answers.status(500)),
    /** HTTP status of a single call without the right to write. */
    NO_ACCESS_STATUS(Answers.status(403)),
    /** HTTP status of writes in read-only mode. */
    READ_ONLY_STATUS(Answers.status(503)),
    /** HTTP status of the token endpoint for a wrong client secret. */
    WRONG_SECRET_STATUS(Answers.status(400)),
    /** HTTP status of the identity URL without a living token. */
    IDENTITY_REFUSED_STATUS(Answers.status(403)),
    /** HTTP status of {@code updateOnly=true} without a match. */
    UPDATE_ONLY_STATUS(Answers.status(404)),
    /** HTTP status of a collection of more than 200 records. */
    TOO_MANY_RECORDS_STATUS(Answers.status(400)),
    /**
     * A record of a collection with an unknown field or a wrong JSON type: the call is refused, or the record alone.
     */
    UNREADABLE_RECORD(Answers.words("call", "record")),
    /** A rule of the master fails all records of the run that belong to it, or only the last of them. */
    MASTER_REFUSES(Answers.words("all", "last")),
    /** A row that stays locked fails the records that need it, or the whole run. */
    LOCKED_ROW_FAILS(Answers.words("touching", "run")),
    /** What a roll-up changes on its master besides its own field. */
    ROLL_UP_STAMPS(Answers.words("system-modstamp", "last-modified")),
    /** Body of 412: an array with an error, or nothing. */
    PRECONDITION_BODY(Answers.words("error", "empty")),
    /** A validation rule that this org cannot evaluate: saves of its object are refused, or made without the rule. */
    UNEXECUTED_RULE(Answers.words("refuse", "pass")),
    /** The newest version of the API that the org lists and speaks. */
    NEWEST_VERSION(new Answers.Numbers(67, 60, 99)),
    /** The calls of a day that the org tells its clients of; they are not enforced. */
    DAILY_CALLS(new Answers.Numbers(5_000_000, 1, 2_000_000_000)),
    /** Seconds that a save waits for a row that another save holds. */
    LOCK_WAIT(new Answers.Numbers(10, 0, 60));

    private final Answers answers;

    Switch(Answers answers) {
        this.answers = answers;
    }

    /** As people write it, such as {@code locked-row-status}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Answers answers() {
        return answers;
    }

    static Optional<Switch> named(String word) {
        return Arrays.stream(Switch.values())
                .filter(candidate -> candidate.word().equals(word))
                .findFirst();
    }
}
