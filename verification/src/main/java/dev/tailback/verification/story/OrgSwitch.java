package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tailback.verification.fleet.Http;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Makes the local org fail as Salesforce does, and heal. */
final class OrgSwitch {
    private final Http http = new Http();
    private final URI org;

    OrgSwitch(URI org) {
        this.org = org;
    }

    void goDown() {
        ArrayNode faults = Http.JSON.createArrayNode();
        faults.addObject().put("kind", "down");
        put(faults);
    }

    void loseNextAnswer() {
        ArrayNode faults = Http.JSON.createArrayNode();
        faults.addObject().put("kind", "drop-after-commit").put("times", 1);
        put(faults);
    }

    void answerSlowly(int latencyMs) {
        ArrayNode faults = Http.JSON.createArrayNode();
        faults.addObject().put("kind", "slow").put("latencyMs", latencyMs);
        put(faults);
    }

    void heal() {
        require(http.send("DELETE", org.resolve("/local-org/faults"), Map.of(), Http.NOTHING));
    }

    JsonNode calls() {
        return require(http.send("GET", org.resolve("/local-org/calls"), Map.of(), Http.NOTHING))
                .body();
    }

    private void put(ArrayNode faults) {
        require(http.send("PUT", org.resolve("/local-org/faults"), Map.of(), faults));
    }

    private static Http.Answer require(Optional<Http.Answer> answer) {
        return answer.filter(given -> given.status() < 300)
                .orElseThrow(() -> new StoryFailed("The local org's control refused: " + answer));
    }
}
