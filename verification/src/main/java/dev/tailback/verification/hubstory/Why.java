package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.story.StoryFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last decision of a value, as the hub explains it.
 *
 * @param rule as a sentence
 */
record Why(String value, String rule, List<Candidate> candidates) {

    /** @param told why it won or lost */
    record Candidate(String crm, String value, boolean won, String told) {}

    Why {
        candidates = List.copyOf(candidates);
    }

    /** @param decisions the newest first */
    static Why of(JsonNode decisions) {
        JsonNode newest = decisions.path(0);
        if (newest.isMissingNode()) {
            throw new StoryFailed("The hub knows no decision: " + decisions);
        }
        List<Candidate> candidates = new ArrayList<>();
        newest.path("candidates")
                .forEach(candidate -> candidates.add(new Candidate(
                        candidate.path("crm").asText(),
                        candidate.path("value").asText(),
                        candidate.path("won").asBoolean(),
                        candidate.path("why").asText())));
        return new Why(newest.path("value").asText(), newest.path("rule").asText(), candidates);
    }

    /** Such as {@code +494012345678 in sales}. */
    String winner() {
        return candidates.stream()
                .filter(Candidate::won)
                .map(candidate -> candidate.value() + " in " + candidate.crm())
                .findFirst()
                .orElse("nobody");
    }

    boolean names(String someValue) {
        return of(someValue).isPresent();
    }

    /** Why a value lost; empty when it did not, or nobody says. */
    String lost(String someValue) {
        return of(someValue)
                .filter(candidate -> !candidate.won())
                .map(Candidate::told)
                .orElse("");
    }

    private Optional<Candidate> of(String someValue) {
        return candidates.stream()
                .filter(candidate -> candidate.value().equals(someValue))
                .findFirst();
    }
}
