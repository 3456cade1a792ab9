package dev.tailback.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.kit.Person;
import dev.tailback.localcrms.hubspot.LocalHubSpot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody of marketing, who works in the local HubSpot. */
public final class Marketer implements Person {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOGETHER = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalHubSpot hubspot;
    private final String object;

    public Marketer(LocalHubSpot hubspot, String object) {
        this.hubspot = hubspot;
        this.object = object;
    }

    @Override
    public String creates(Map<String, String> values) {
        return control("POST", "records/" + object, JSON.valueToTree(values))
                .path("id")
                .asText();
    }

    @Override
    public List<String> imports(List<Map<String, String>> records) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < records.size(); from += TOGETHER) {
            ObjectNode body = JSON.createObjectNode();
            records.subList(from, Math.min(records.size(), from + TOGETHER))
                    .forEach(
                            values -> body.withArray("inputs").addObject().set("properties", JSON.valueToTree(values)));
            api("/batch/create", body)
                    .path("results")
                    .forEach(result -> ids.add(result.path("id").asText()));
        }
        return ids;
    }

    @Override
    public void edits(String id, Map<String, String> values) {
        control("PUT", "records/" + object + "/" + id, JSON.valueToTree(values));
    }

    @Override
    public boolean deletes(String id) {
        control("DELETE", "records/" + object + "/" + id, JSON.createObjectNode());
        return true;
    }

    @Override
    public boolean merges(String loser, String winner) {
        api("/merge", JSON.createObjectNode().put("primaryObjectId", winner).put("objectIdToMerge", loser));
        return true;
    }

    public void addsProperty(String name, boolean isUnique) {
        control(
                "POST",
                "schema/" + object,
                JSON.createObjectNode()
                        .put("name", name)
                        .put("label", name)
                        .put("type", "string")
                        .put("fieldType", "text")
                        .put("hasUniqueValue", isUnique));
    }

    /** @param faults a list of them, as JSON */
    void orders(String faults) {
        try {
            control("PUT", "faults", JSON.readTree(faults));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    void endsAllTokens() {
        control("DELETE", "tokens", JSON.createObjectNode());
    }

    private JsonNode control(String method, String path, JsonNode body) {
        return send(method, "/local-crms/" + path, body);
    }

    private JsonNode api(String path, JsonNode body) {
        return send("POST", "/crm/objects/2026-09/" + object + path, body);
    }

    private JsonNode send(String method, String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(hubspot.uri().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + hubspot.serviceKey())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
