package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People who do their work, over the HTTP API, as on any day. */
final class Staff {
    private final Http http = new Http();
    private final URI app;
    private final String account;
    private final String contractId;
    private final String productId;

    private Staff(URI app, String account, String contractId, String productId) {
        this.app = app;
        this.account = account;
        this.contractId = contractId;
        this.productId = productId;
    }

    /** An account with every right, and a contract with units for a long run. */
    static Staff of(URI app, Sold sold) {
        return new Staff(app, "admin", sold.contractId(), sold.productId());
    }

    Staff as(String other) {
        return new Staff(app, other, contractId, productId);
    }

    String contractId() {
        return contractId;
    }

    String productId() {
        return productId;
    }

    Optional<Answer> get(String path) {
        return http.send("GET", app.resolve(path), authorization(), Http.NOTHING);
    }

    /** As whatever watches the program asks: without a name. */
    Optional<Answer> probe(String path) {
        return http.send("GET", app.resolve(path), Map.of(), Http.NOTHING);
    }

    Optional<Answer> post(String path, JsonNode body) {
        return http.send("POST", app.resolve(path), authorization(), body);
    }

    /** Lets the sync go on after people, or requests of the attack, have paused it. */
    void resume() {
        post("/api/sync/resume", Http.JSON.createObjectNode().put("reason", "The part of the attack is over"));
    }

    /** One unit of the contract's first product. */
    Optional<Answer> book(String title) {
        ObjectNode body = Http.JSON.createObjectNode().put("title", title).put("contractId", contractId);
        body.putArray("products")
                .addObject()
                .put("contractProductId", productId)
                .put("units", 1);
        return post("/api/ads", body);
    }

    /** The state of the first entry of an ad; empty when it cannot be read now. */
    Optional<JsonNode> entry(String adId) {
        return get("/api/ads/" + adId)
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.body().path("entries").path(0));
    }

    boolean isReported(String adId) {
        return entry(adId)
                .filter(entry -> entry.path("state").asText().equals("Reported"))
                .isPresent();
    }

    /** Every ad there is. Only while everything is up. */
    List<JsonNode> ads() {
        List<JsonNode> ads = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = require("/api/ads?page=" + number++);
            page.path("ads").forEach(ads::add);
        } while (page.path("more").asBoolean());
        return ads;
    }

    JsonNode require(String path) {
        Optional<Answer> answer = get(path);
        if (answer.isEmpty() || answer.get().status() != 200) {
            throw new IllegalStateException("GET " + path + " was answered with "
                    + answer.map(Record::toString).orElse("nothing"));
        }
        return answer.get().body();
    }

    private Map<String, String> authorization() {
        String credentials = account + ":tailback";
        return Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
