package dev.tailback.verification.torture.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.fleet.Org;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What is done about rejected entries, and what finance and admins do in Salesforce. */
final class DecisionsOfPeople {
    private final Desk desk;
    private final Market market;
    private final Org finance;
    private final Org admin;
    private final Promises promises;
    private final Ending ending;

    DecisionsOfPeople(Desk desk, Market market, Org finance, Org admin, Promises promises, Ending ending) {
        this.desk = desk;
        this.market = market;
        this.finance = finance;
        this.admin = admin;
        this.promises = promises;
        this.ending = ending;
    }

    String retry(Random random) {
        return decide(random, "retry");
    }

    String revert(Random random) {
        return decide(random, "revert");
    }

    private String decide(Random random, String decision) {
        Optional<Answer> rejected = desk.get("/api/usage?state=Rejected");
        JsonNode entries = rejected.map(Answer::body).orElse(Http.NOTHING).path("entries");
        if (entries.isEmpty()) {
            return PersonAction.NOTHING_TO_DO;
        }
        String id = entries.path(random.nextInt(entries.size())).path("id").asText();
        Optional<Answer> answer = desk.send("POST", "/api/usage/" + id + "/" + decision, Map.of(), Http.NOTHING);
        answer.filter(whole -> whole.status() == 200).ifPresent(promises::acknowledgedEntry);
        return ending.of("POST /api/usage/{id}/" + decision, answer);
    }

    String fulfil(Random random) {
        return inSalesforce(market.fulfil(finance, market.anyContract(random)));
    }

    String reopen(Random random) {
        return inSalesforce(market.reopen(admin, market.anyContract(random)));
    }

    private static String inSalesforce(Optional<Answer> answer) {
        if (answer.isEmpty()) {
            return "unanswered";
        }
        return Ending.isDone(answer) ? "done" : "refused (" + answer.get().status() + ")";
    }
}
