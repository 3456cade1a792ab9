package dev.tailback.app.entries;

import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.Period;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a list was asked to be narrowed by. An empty text narrows nothing. */
public final class SearchParameter {

    private SearchParameter() {}

    public static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(asked -> !asked.isEmpty());
    }

    public static Selection selection(
            @Nullable String code, @Nullable String contractId, @Nullable String text, Period period) {
        return new Selection(text(code), text(contractId).map(SalesforceId::spelledOut), text(text), period);
    }

    /** @throws Problem 400 {@code invalid} when there is no such state */
    public static Optional<EntryState> state(@Nullable String word) {
        return text(word).map(asked -> EntryState.named(asked).orElseThrow(SearchParameter::unknownState));
    }

    private static Problem unknownState() {
        String words = Arrays.stream(EntryState.values()).map(EntryState::word).collect(Collectors.joining(", "));
        return new Problem(HttpStatus.BAD_REQUEST, "invalid", "There is no such state. Ask for one of " + words + ".")
                .with("errors", List.of(Map.of("field", "state", "message", "must be one of " + words)))
                .says("problem.invalid.state");
    }
}
