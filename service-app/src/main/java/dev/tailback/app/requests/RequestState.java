package dev.tailback.app.requests;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a correction request stands. */
@Serdeable
public enum RequestState {
    /** Finance has not answered. */
    OPEN("Open"),
    /** Finance accepted it: the correction is made as soon as the contract is open in Salesforce. */
    REOPENING("Accepted"),
    /** The entry says what was asked for. */
    CORRECTED("Corrected"),
    /** Finance refused it, with a reason. */
    REFUSED("Refused"),
    /** The service team took it back. */
    TAKEN_BACK("Taken back");

    private final String word;

    RequestState(String word) {
        this.word = word;
    }

    /** As people read it, in the API. */
    @JsonValue
    public String word() {
        return word;
    }

    /** For keys of texts and names of styles: lower case, with a hyphen. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether something is still expected of it. */
    public boolean unsettled() {
        return this == OPEN || this == REOPENING;
    }

    static Optional<RequestState> named(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word.equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /** What a list is narrowed to; an empty text narrows nothing. @throws Problem 400 {@code invalid} */
    static Optional<RequestState> asked(String word) {
        return word.isBlank() ? Optional.empty() : Optional.of(named(word).orElseThrow(RequestState::unknown));
    }

    private static Problem unknown() {
        String words = Arrays.stream(values()).map(RequestState::word).collect(Collectors.joining(", "));
        return new Problem(HttpStatus.BAD_REQUEST, "invalid", "There is no such state. Ask for one of " + words + ".")
                .with("errors", List.of(Map.of("field", "state", "message", "must be one of " + words)))
                .says("problem.invalid.state");
    }

    @JsonCreator
    static RequestState ofWord(String word) {
        return named(word)
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not a state of a request"));
    }
}
