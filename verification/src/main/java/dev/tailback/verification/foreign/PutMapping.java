package dev.tailback.verification.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.program.CannotStart;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Tells a service app the names of its org, as an admin does. */
public final class PutMapping {
    private static final String PATH = "/api/org/mapping";

    private static final Duration LATEST = Duration.ofMinutes(1);

    private final Http http = new Http();
    private final URI app;
    private final String authorization;

    public PutMapping(URI app, String account, String password) {
        this.app = app;
        byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** Nothing happens where the service app has it already. */
    public void put(String text, String note) {
        Http.Answer now = require("GET", Map.of(), Http.NOTHING);
        if (!now.body().path("yaml").asText().equals(text)) {
            JsonNode order = Http.JSON.createObjectNode().put("yaml", text).put("note", note);
            require("PUT", Map.of("If-Match", now.etag()), order);
        }
    }

    /** Until this service app goes by it, which another one was told. */
    public void await(String text) {
        Await.until(
                () -> require("GET", Map.of(), Http.NOTHING)
                        .body()
                        .path("yaml")
                        .asText()
                        .equals(text),
                LATEST);
    }

    private Http.Answer require(String method, Map<String, String> more, JsonNode body) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Authorization", authorization);
        Http.Answer answer = http.send(method, app.resolve(PATH), headers, body)
                .orElseThrow(() -> CannotStart.notAvailable("The service app does not answer about its mapping."));
        if (answer.status() != 200) {
            throw CannotStart.notAvailable(
                    "The service app does not take the mapping: " + answer.status() + " " + answer.code() + " "
                            + answer.detail() + " " + answer.body().path("findings"));
        }
        return answer;
    }
}
