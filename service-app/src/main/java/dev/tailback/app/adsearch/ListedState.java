package dev.tailback.app.adsearch;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a list of ads tells of its entries, the one that needs most attention first: the five states, and Withdrawn,
 * which an entry itself is told as {@code Reported} with a code of its own.
 */
public enum ListedState {
    REJECTED,
    RETRYING,
    WAITING,
    LOCKED,
    REPORTED,
    WITHDRAWN;

    /** As people read it, in the API and in addresses. */
    public String word() {
        return name().charAt(0) + column().substring(1);
    }

    /** For keys of texts. */
    public String key() {
        return column();
    }

    /** Of a result that counts it. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** SQL that holds for the rows {@code e} of {@code shown_entry} that are told so. Each row is told as one. */
    String condition() {
        return switch (this) {
            case WITHDRAWN -> "(e.reported and e.shown_code is not distinct from 'WITHDRAWN')";
            case REPORTED -> "(e.reported and e.shown_code is distinct from 'WITHDRAWN')";
            case REJECTED, RETRYING, WAITING, LOCKED -> "e." + column();
        };
    }

    /** SQL that holds for the contracts {@code t} whose plain entries are told so; see the view {@code ledger_entry}. */
    String conditionOfPlain() {
        return switch (this) {
            case LOCKED -> "t.fulfilled";
            case REPORTED -> "not t.fulfilled";
            case REJECTED, RETRYING, WAITING, WITHDRAWN -> "(false)";
        };
    }

    /** @throws Problem 400 {@code invalid} when there is no such state; nothing for an empty word */
    static Optional<ListedState> asked(String word) {
        return word.isBlank()
                ? Optional.empty()
                : Optional.of(Arrays.stream(values())
                        .filter(state -> state.word().equalsIgnoreCase(word.strip()))
                        .findFirst()
                        .orElseThrow(ListedState::unknown));
    }

    private static Problem unknown() {
        String words = Arrays.stream(values()).map(ListedState::word).collect(Collectors.joining(", "));
        return new Problem(HttpStatus.BAD_REQUEST, "invalid", "There is no such state. Ask for one of " + words + ".")
                .with("errors", List.of(Map.of("field", "state", "message", "must be one of " + words)))
                .says("problem.invalid.state");
    }
}
