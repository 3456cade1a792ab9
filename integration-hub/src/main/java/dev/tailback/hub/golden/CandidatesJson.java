package dev.tailback.hub.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tailback.hub.entity.Times;
import dev.tailback.hub.survivorship.Candidate;
import dev.tailback.hub.survivorship.Decision;

/** Everything that went into a decision, as it is kept for those who ask why. */
final class CandidatesJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CandidatesJson() {}

    static String of(Decision decision) {
        ArrayNode all = JSON.createArrayNode();
        decision.candidates().forEach(candidate -> write(candidate, all));
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("candidates that no JSON can hold", impossible);
        }
    }

    private static void write(Candidate candidate, ArrayNode all) {
        Times times = candidate.fact().times();
        all.addObject()
                .put("crm", candidate.fact().source().crm())
                .put("record", candidate.fact().source().record())
                .put("value", candidate.fact().held().text().orElse(""))
                .put("from", times.from().toString())
                .put("to", times.to().toString())
                .put("won", candidate.won())
                .put("code", candidate.reason().code())
                .put("why", candidate.reason().sentence());
    }
}
