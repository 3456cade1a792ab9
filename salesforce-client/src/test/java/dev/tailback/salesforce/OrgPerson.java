package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.salesforce.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Somebody who works in the org itself: sales, finance, an admin. Signs in with name and password. */
final class OrgPerson {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI org;
    private final String token;

    OrgPerson(LocalOrg org, String name) {
        this.org = org.uri();
        String form = "grant_type=password&client_id=tailback&client_secret=local-org&password=local-org&username="
                + URLEncoder.encode(name + "@tailback.local", StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(org.uri().resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        token = Json.tree(send(request).body())
                .map(answer -> answer.path("access_token").asText())
                .orElseThrow();
    }

    /** A new row's id. */
    String create(String object, String json) {
        JsonNode answer = call("POST", object, json);
        if (!answer.path("success").asBoolean(false)) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("id").asText();
    }

    /** Changes a row; the answer is empty when it was saved. */
    JsonNode change(String object, String id, String json) {
        return call("PATCH", object + "/" + id, json);
    }

    JsonNode delete(String object, String id) {
        return call("DELETE", object + "/" + id, "");
    }

    private JsonNode call(String method, String row, String json) {
        HttpRequest request = HttpRequest.newBuilder(org.resolve("/services/data/v62.0/sobjects/" + row))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        return Json.tree(send(request).body()).orElseGet(Json::nothing);
    }

    /** Sets the faults the org has from now on. */
    static void faults(LocalOrg org, String json) {
        send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(org.uri().resolve("/local-org/faults"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(http, request);
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
