package dev.tailback.browser.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What colleagues do over the API, so that a test clicks only what it is about. */
public final class Desk {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Http http = new Http();
    private final URI app;
    private final String account;

    Desk(URI app, String account) {
        this.app = app;
        this.account = account;
    }

    /** @return the ad as the API shows it */
    public JsonNode places(String title, SoldContract contract, Map<String, Integer> units) {
        return answered("POST", "/api/ads", ad(title, contract, units), Map.of());
    }

    public JsonNode placesReported(String title, SoldContract contract, Map<String, Integer> units) {
        JsonNode ad = places(title, contract, units);
        awaits(ad, "Reported");
        return ad;
    }

    /** Finance asks that nothing new is booked on it. */
    public void closes(SoldContract contract) {
        answered("POST", "/api/finance/closings", about(contract).put("contractId", contract.id()), Map.of());
    }

    public void takesClosingBack(SoldContract contract) {
        answered("POST", "/api/finance/closings/" + contract.id() + "/take-back", about(contract), Map.of());
    }

    private static ObjectNode about(SoldContract contract) {
        return Http.JSON.createObjectNode().put("reason", "The end of " + contract.customer());
    }

    /** Nothing is sent until {@link #resumes}, or until the test ends. Only operators may. */
    public void pauses() {
        answered("POST", "/api/sync/pause", Http.JSON.createObjectNode().put("reason", "a test"), Map.of());
    }

    public void resumes() {
        answered("POST", "/api/sync/resume", Http.JSON.createObjectNode().put("reason", "a test"), Map.of());
    }

    void resumesIfPaused() {
        JsonNode sync = answered("GET", "/api/sync", Http.NOTHING, Map.of());
        if (sync.path("pause").path("paused").asBoolean()) {
            resumes();
        }
    }

    /** Corrects an ad that is as this person sees it now. */
    public JsonNode corrects(JsonNode ad, String title, SoldContract contract, Map<String, Integer> units) {
        return answered("PUT", path(ad), ad(title, contract, units), Map.of("If-Match", etag(ad)));
    }

    public void cancels(JsonNode ad) {
        answered("DELETE", path(ad), Http.NOTHING, Map.of("If-Match", etag(ad)));
    }

    /** @return the request to finance about the first entry of the ad */
    public JsonNode asks(JsonNode ad, int units, String reason) {
        ObjectNode body = Http.JSON
                .createObjectNode()
                .put("entryId", ad.path("entries").path(0).path("id").asText())
                .put("units", units)
                .put("reason", reason);
        return answered("POST", "/api/correction-requests", body, Map.of());
    }

    /** Only finance may. */
    public void refuses(JsonNode request, String reason) {
        String path = "/api/correction-requests/" + request.path("id").asText() + "/refuse";
        answered("POST", path, Http.JSON.createObjectNode().put("reason", reason), Map.of());
    }

    private String etag(JsonNode ad) {
        return asked("GET", path(ad), Http.NOTHING, Map.of()).etag();
    }

    public void awaits(JsonNode ad, String state) {
        Await.require(
                "the ad is " + state,
                LONG,
                () -> shows(ad).path("state").asText().equals(state));
    }

    public JsonNode shows(JsonNode ad) {
        return answered("GET", path(ad), Http.NOTHING, Map.of());
    }

    /** Any call of the API that succeeds. */
    public JsonNode answered(String method, String path, JsonNode body, Map<String, String> headers) {
        Http.Answer answer = asked(method, path, body, headers);
        if (answer.status() >= 300) {
            throw new IllegalStateException(method + " " + path + " was answered with " + answer);
        }
        return answer.body();
    }

    private Http.Answer asked(String method, String path, JsonNode body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        byte[] proof = (account + ":" + Stage.PASSWORD).getBytes(StandardCharsets.UTF_8);
        all.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(proof));
        return http.send(method, app.resolve(path), all, body).orElseThrow();
    }

    private static String path(JsonNode ad) {
        return "/api/ads/" + ad.path("id").asText();
    }

    private static ObjectNode ad(String title, SoldContract contract, Map<String, Integer> units) {
        ObjectNode body = Http.JSON.createObjectNode().put("title", title).put("contractId", contract.id());
        ArrayNode products = body.putArray("products");
        units.forEach((product, count) -> products.addObject()
                .put("contractProductId", contract.products().get(product))
                .put("units", count));
        return body;
    }
}
