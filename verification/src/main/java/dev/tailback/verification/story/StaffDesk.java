package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Http;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What service staff do, through the HTTP API of the service app. */
final class StaffDesk {
    private final Http http = new Http();
    private final URI app;
    private final String authorization;

    StaffDesk(URI app, String account, String password) {
        this.app = app;
        byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    Http.Answer contract(String contractId) {
        return send("GET", "/api/contracts/" + contractId, Http.NOTHING, Map.of());
    }

    Http.Answer contractsOf(String customer) {
        return send("GET", "/api/contracts?customer=" + customer.replace(" ", "%20"), Http.NOTHING, Map.of());
    }

    Http.Answer tryToPlace(String title, String contractId, ProductLine line, int units) {
        return send("POST", "/api/ads", adBody(title, contractId, line, units), Map.of());
    }

    Ad place(String title, String contractId, ProductLine line, int units) {
        Http.Answer answer = tryToPlace(title, contractId, line, units);
        requireStatus("Creating the ad " + title, 201, answer);
        return adFrom(answer);
    }

    Http.Answer tryToCorrect(Ad ad, String contractId, ProductLine line, int units) {
        return send(
                "PUT",
                "/api/ads/" + ad.id(),
                adBody(ad.title(), contractId, line, units),
                Map.of("If-Match", ad.etag()));
    }

    Ad correct(Ad ad, String contractId, ProductLine line, int units) {
        Http.Answer answer = tryToCorrect(ad, contractId, line, units);
        requireStatus("Correcting the ad " + ad.title(), 200, answer);
        return adFrom(answer);
    }

    Ad show(String adId) {
        Http.Answer answer = send("GET", "/api/ads/" + adId, Http.NOTHING, Map.of());
        requireStatus("Showing the ad " + adId, 200, answer);
        return adFrom(answer);
    }

    List<Entry> entriesOf(String contractId) {
        List<Entry> entries = new ArrayList<>();
        int page = 0;
        JsonNode body;
        do {
            Http.Answer answer =
                    send("GET", "/api/ads?contractId=" + contractId + "&page=" + page++, Http.NOTHING, Map.of());
            requireStatus("Listing the ads of " + contractId, 200, answer);
            body = answer.body();
            body.path("ads").forEach(ad -> entries.addAll(Ad.of(ad, "").entries()));
        } while (body.path("more").asBoolean());
        return entries;
    }

    Ad adTitled(String contractId, String title) {
        Http.Answer answer = send("GET", "/api/ads?contractId=" + contractId, Http.NOTHING, Map.of());
        requireStatus("Listing the ads of " + contractId, 200, answer);
        for (JsonNode ad : answer.body().path("ads")) {
            if (ad.path("title").asText().equals(title)) {
                return show(ad.path("id").asText());
            }
        }
        throw new StoryFailed("The service app shows no ad titled " + title);
    }

    Entry revert(Entry entry) {
        Http.Answer answer = send("POST", "/api/usage/" + entry.id() + "/revert", Http.NOTHING, Map.of());
        requireStatus("Going back to what Salesforce holds", 200, answer);
        return Entry.of(answer.body());
    }

    JsonNode sync() {
        Http.Answer answer = send("GET", "/api/sync", Http.NOTHING, Map.of());
        requireStatus("Reading the state of the exchange", 200, answer);
        return answer.body();
    }

    private static ObjectNode adBody(String title, String contractId, ProductLine line, int units) {
        ObjectNode body = Http.JSON.createObjectNode().put("title", title).put("contractId", contractId);
        body.putArray("products")
                .addObject()
                .put("contractProductId", line.id())
                .put("units", units);
        return body;
    }

    private Ad adFrom(Http.Answer answer) {
        return Ad.of(answer.body(), answer.etag());
    }

    private Http.Answer send(String method, String path, JsonNode body, Map<String, String> extra) {
        Map<String, String> headers = new HashMap<>(extra);
        headers.put("Authorization", authorization);
        return http.send(method, app.resolve(path), headers, body)
                .orElseThrow(() -> new StoryFailed(method + " " + path + " was not answered"));
    }

    private static void requireStatus(String what, int status, Http.Answer answer) {
        if (answer.status() != status) {
            throw new StoryFailed(what + " was answered with " + answer.status() + " instead of " + status + ": "
                    + answer.code() + " " + answer.detail());
        }
    }
}
