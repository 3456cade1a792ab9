package dev.tailback.app.entries;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The five words for the state of a usage entry. This is the only place where a state is derived: each word carries its condition over a row {@code e}
 * of usage_entry, the row {@code r} it replaces, and the label {@code c} of its contract. The conditions exclude each other, and cover every row.
 */
@Serdeable
public enum EntryState {
    /** Salesforce refuses it for good, or refuses the cancellation it depends on. */
    REJECTED("Rejected", "(e.fate = 'PARKED' or (" + Conditions.OPEN + " and r.fate = 'PARKED'))"),
    /** Refused for now; the next attempt has a time. */
    RETRYING(
            "Retrying",
            "(" + Conditions.OPEN + " and e.next_attempt_at is not null and r.fate is distinct from 'PARKED')"),
    /** Saved, and not yet accepted by Salesforce. */
    WAITING("Waiting", "(" + Conditions.OPEN + " and e.next_attempt_at is null and r.fate is distinct from 'PARKED')"),
    /** Reported, and the contract was seen fulfilled. */
    LOCKED("Locked", "(" + Conditions.SETTLED + " and e.fate = 'OPEN' and c.fulfilled_seen_at is not null)"),
    /** Salesforce holds exactly this version; or, for an entry withdrawn in time, rightly holds nothing. */
    REPORTED("Reported", "(" + Conditions.SETTLED + " and (e.fate = 'WITHDRAWN' or c.fulfilled_seen_at is null))");

    /** Joins a row {@code e} with what its state depends on. */
    public static final String JOINS = """
            left join usage_entry r on r.id = e.replaces
            left join contract_label c on c.contract_id = e.contract_id
            """;

    /** Enough for what is open, and cheap however much of that there is: only a rejected {@code r} makes a difference to it. */
    public static final String JOIN_OF_OPEN = "left join usage_entry r on r.id = e.replaces and r.fate = 'PARKED'\n";

    private final String word;
    private final String condition;

    EntryState(String word, String condition) {
        this.word = word;
        this.condition = condition;
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

    /** SQL that holds for the entries in this state. */
    public String condition() {
        return condition;
    }

    /** SQL that gives the state's name. */
    static String derivation() {
        return Arrays.stream(values())
                .map(state -> "when " + state.condition + " then '" + state.name() + "'")
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    private static final class Conditions {
        static final String OPEN = "(e.fate = 'OPEN' and e.version > e.reported_version)";
        static final String SETTLED = "(e.fate <> 'PARKED' and e.version <= e.reported_version)";
    }
}
