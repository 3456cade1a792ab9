package dev.tailback.hub.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tailback.hub.entity.Times;
import dev.tailback.hub.survivorship.Candidate;
import dev.tailback.hub.survivorship.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    /** @throws IllegalStateException for what this program has not written */
    static List<KeptCandidate> read(String json) {
        try {
            List<KeptCandidate> all = new ArrayList<>();
            JSON.readTree(json).forEach(one -> all.add(read(one)));
            return all;
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("candidates in the database that are none", notOurs);
        }
    }

    private static KeptCandidate read(JsonNode one) {
        return new KeptCandidate(
                one.path("crm").asText(),
                one.path("record").asText(),
                one.path("value").asText(),
                Instant.parse(one.path("from").asText()),
                Instant.parse(one.path("to").asText()),
                one.path("won").asBoolean(),
                one.path("code").asText(),
                one.path("why").asText());
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
