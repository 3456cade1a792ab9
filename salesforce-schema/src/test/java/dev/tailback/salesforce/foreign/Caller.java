package dev.tailback.salesforce.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A person at an org's REST API. */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DATA = "/services/data/v62.0";

    private final URI org;
    private final String token;

    private Caller(URI org, String token) {
        this.org = org;
        this.token = token;
    }

    /** @param person integration, sales, finance or admin */
    static Caller as(String person, URI org) {
        String form = "grant_type=password&client_id=tailback&client_secret=local-org&password=local-org&username="
                + person + "@tailback.local";
        HttpRequest request = HttpRequest.newBuilder(org.resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return new Caller(org, send(request).path("body").path("access_token").asText());
    }

    /** Whether it was saved, and the refusal's sentence if not. */
    JsonNode upsert(String object, String key, Map<String, Object> record) {
        Map<String, Object> whole = new LinkedHashMap<>(record);
        whole.put("attributes", Map.of("type", object));
        JsonNode answer = call(
                "PATCH",
                "/composite/sobjects/" + object + "/" + key,
                BodyPublishers.ofString(json(Map.of("allOrNone", false, "records", List.of(whole)))));
        if (answer.path("status").asInt() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("body").path(0);
    }

    /** @return status and body */
    JsonNode change(String object, String id, Map<String, Object> values) {
        return call("PATCH", "/sobjects/" + object + "/" + id, BodyPublishers.ofString(json(values)));
    }

    JsonNode delete(String object, String id) {
        return call("DELETE", "/sobjects/" + object + "/" + id, BodyPublishers.noBody());
    }

    /** The rows that are found. */
    JsonNode query(String soql) {
        JsonNode answer =
                call("GET", "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), BodyPublishers.noBody());
        if (answer.path("status").asInt() != 200) {
            throw new AssertionError(soql + ": " + answer);
        }
        return answer.path("body").path("records");
    }

    private JsonNode call(String method, String path, BodyPublisher body) {
        return send(HttpRequest.newBuilder(org.resolve(DATA + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build());
    }

    private static String json(Object value) {
        return JSON.valueToTree(value).toString();
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var said = JSON.createObjectNode().put("status", answer.statusCode());
            return said.set("body", JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
