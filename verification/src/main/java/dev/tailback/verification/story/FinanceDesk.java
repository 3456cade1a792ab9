package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Http;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What finance does in the service app, through its HTTP API. */
final class FinanceDesk {
    private final Http http = new Http();
    private final URI app;
    private final String authorization;

    FinanceDesk(URI app, String account, String password) {
        this.app = app;
        byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    Http.Answer askToClose(String contractId, String reason) {
        return send("POST", "/api/finance/closings", body(contractId).put("reason", reason));
    }

    JsonNode closing(String contractId) {
        for (JsonNode closing :
                send("GET", "/api/finance/closings", Http.NOTHING).body().path("closings")) {
            if (closing.path("contractId").asText().equals(contractId)) {
                return closing;
            }
        }
        throw new StoryFailed("The service app does not show contract " + contractId + " as closing");
    }

    JsonNode lockedUsage(String contractId) {
        return send("GET", "/api/finance/locked-usage?contractId=" + contractId, Http.NOTHING)
                .body();
    }

    Http.Answer close(String contractId) {
        return send("POST", "/api/finance/statements", body(contractId));
    }

    JsonNode statement(long number) {
        return send("GET", "/api/finance/statements/" + number, Http.NOTHING).body();
    }

    private static ObjectNode body(String contractId) {
        return Http.JSON.createObjectNode().put("contractId", contractId);
    }

    private Http.Answer send(String method, String path, JsonNode body) {
        return http.send(method, app.resolve(path), Map.of("Authorization", authorization), body)
                .orElseThrow(() -> new StoryFailed(method + " " + path + " was not answered"));
    }
}
