package dev.tailback.verification.hubtorture.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One decision about a value, as the hub explains it.
 *
 * @param value that was agreed
 */
public record Told(String value, String rule, boolean isConflict, List<Candidate> candidates) {

    /** @param why it won or lost, as a sentence */
    public record Candidate(String crm, String record, String value, boolean won, String why) {}

    public Told {
        candidates = List.copyOf(candidates);
    }

    static Told of(JsonNode decision) {
        List<Candidate> candidates = new ArrayList<>();
        decision.path("candidates")
                .forEach(one -> candidates.add(new Candidate(
                        one.path("crm").asText(),
                        one.path("record").asText(),
                        one.path("value").asText(),
                        one.path("won").asBoolean(),
                        one.path("why").asText())));
        return new Told(
                decision.path("value").asText(), decision.path("rule").asText(), isConflict(decision), candidates);
    }

    private static boolean isConflict(JsonNode decision) {
        return decision.path("isConflict").asBoolean()
                || decision.path("conflict").asBoolean();
    }

    boolean explains(String crm, String someValue) {
        return candidates.stream()
                .anyMatch(one -> one.crm().equals(crm)
                        && one.value().equals(someValue)
                        && !one.why().isBlank());
    }
}
