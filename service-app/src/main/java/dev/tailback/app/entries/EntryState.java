package dev.tailback.app.entries;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The five words for the state of a usage entry, the one that needs most attention first. The view {@code shown_entry}
 * derives the state: it has a column for each word, of which exactly one is true.
 */
@Serdeable
public enum EntryState {
    /** Salesforce refuses it for good, or refuses the cancellation it depends on. */
    REJECTED("Rejected"),
    /** Refused for now; the next attempt has a time. */
    RETRYING("Retrying"),
    /** Saved, and not yet accepted by Salesforce. */
    WAITING("Waiting"),
    /** Reported, and the contract was seen fulfilled. */
    LOCKED("Locked"),
    /** Salesforce holds exactly this version; or, for an entry withdrawn in time, rightly holds nothing. */
    REPORTED("Reported");

    private final String word;

    EntryState(String word) {
        this.word = word;
    }

    /** As people read it, in the API and on the pages. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The state named so, in upper or lower case. */
    public static Optional<EntryState> named(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word.equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    @JsonCreator
    static EntryState ofWord(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not a state of an entry"));
    }

    /** SQL that holds for the rows {@code e} of {@code shown_entry} in this state. */
    public String condition() {
        return "e." + name().toLowerCase(Locale.ROOT);
    }
}
