package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.kit.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody of sales, who works in the local org with a login of their own. */
final class OrgSalesPerson implements Person {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOGETHER = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI org;
    private final String object;
    private final String token;

    OrgSalesPerson(URI org, String object) {
        this.org = org;
        this.object = object;
        this.token = send(
                        "POST",
                        "/services/oauth2/token",
                        "grant_type=password&client_id=tailback&client_secret=local-org"
                                + "&username=admin@tailback.local&password=local-org",
                        "")
                .path("access_token")
                .asText();
    }

    @Override
    public String creates(Map<String, String> values) {
        return send("POST", data("/sobjects/" + object), json(values).toString(), token)
                .path("id")
                .asText();
    }

    @Override
    public List<String> imports(List<Map<String, String>> records) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < records.size(); from += TOGETHER) {
            ObjectNode body = JSON.createObjectNode();
            ArrayNode list = body.putArray("records");
            records.subList(from, Math.min(records.size(), from + TOGETHER)).forEach(values -> {
                ObjectNode record = json(values);
                record.putObject("attributes").put("type", object);
                list.add(record);
            });
            send("POST", data("/composite/sobjects"), body.toString(), token)
                    .forEach(result -> ids.add(result.path("id").asText()));
        }
        return ids;
    }

    @Override
    public void edits(String id, Map<String, String> values) {
        send("PATCH", data("/sobjects/" + object + "/" + id), json(values).toString(), token);
    }

    @Override
    public boolean deletes(String id) {
        send("DELETE", data("/sobjects/" + object + "/" + id), "", token);
        return true;
    }

    @Override
    public boolean merges(String loser, String winner) {
        return false;
    }

    /** @param fault of the local org, for as long as it runs */
    void orders(String fault) {
        send("PUT", "/local-org/faults", "[{\"kind\":\"" + fault + "\"}]", token);
    }

    private static ObjectNode json(Map<String, String> values) {
        return JSON.valueToTree(values);
    }

    private static String data(String path) {
        return "/services/data/v62.0" + path;
    }

    private JsonNode send(String method, String path, String body, String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(org.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header(
                        "Content-Type",
                        bearer.isEmpty() ? "application/x-www-form-urlencoded" : "application/json; charset=UTF-8");
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
