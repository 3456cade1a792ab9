package dev.tailback.verification.hubtorture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.hubstory.HubDesk;
import dev.tailback.verification.hubstory.Part;
import dev.tailback.verification.hubstory.Register;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Before anything breaks: the three CRMs meet, and a steward answers the pairs that only a person can judge. */
record FirstAnswers(HubDesk operator, Register register) {
    private static final int PAIRS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    void give() {
        Await.require(
                "the three CRMs have met",
                PATIENCE,
                () -> operator.isQuiet() && operator.candidates().size() == PAIRS);
        operator.candidates().forEach(this::answer);
        Await.require(
                "no pair waits for a steward",
                PATIENCE,
                () -> operator.isQuiet() && operator.candidates().isEmpty());
    }

    private void answer(JsonNode candidate) {
        boolean isSame = customers(candidate).size() == 1;
        operator.act(
                "POST",
                "/api/hub/candidates/" + candidate.path("id").asText(),
                Http.JSON.createObjectNode().put("same", isSame).put("note", isSame ? "The same." : "Sisters."));
    }

    private Set<Integer> customers(JsonNode candidate) {
        Set<Integer> customers = new TreeSet<>();
        customers.add(customer(candidate.path("source")));
        operator.record(candidate.path("other").path("id").asText())
                .path("sources")
                .forEach(source -> customers.add(customer(source)));
        return customers;
    }

    private int customer(JsonNode source) {
        return register.customer(
                source.path("crm").asText(),
                Part.COMPANY,
                source.path("recordId").asText());
    }
}
