package dev.tailback.localorg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Talks to a local org as one person, with nothing but Java's own HTTP client. */
final class Client {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String API = "/services/data/v66.0";

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String code() {
            return body.path(0).path("errorCode").asText();
        }

        String message() {
            return body.path(0).path("message").asText();
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI org;
    private final String token;

    private Client(URI org, String token) {
        this.org = org;
        this.token = token;
    }

    static Client nobody(LocalOrg org) {
        return new Client(org.uri(), null);
    }

    static Client as(String person, LocalOrg org) {
        return as(person, org.uri());
    }

    /** Logs in by password as integration, sales, finance or admin. */
    static Client as(String person, URI org) {
        Answer answer = new Client(org, null)
                .form(
                        "/services/oauth2/token",
                        "grant_type=password&client_id=tailback&client_secret=local-org&username=" + person
                                + "@tailback.local&password=local-org");
        return new Client(org, answer.body().path("access_token").asText());
    }

    /** The same client with another token. */
    Client with(String other) {
        return new Client(org, other);
    }

    String token() {
        return token;
    }

    Answer form(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    Answer get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer call(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    /** A body as it is, without a change of quotes. */
    Answer send(String method, String path, String contentType, String body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer csv(String method, String path, String body) {
        return send(method, path, "text/csv", body);
    }

    Answer post(String path, String body) {
        return call("POST", path, body);
    }

    Answer patch(String path, String body) {
        return call("PATCH", path, body);
    }

    Answer patch(String path, String body, String header, String value) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Creates a row that must be accepted; single quotes stand for double ones. */
    String create(String object, String body) {
        Answer answer = post(API + "/sobjects/" + object, body);
        if (answer.status() != 201) {
            throw new AssertionError(answer.body().toString());
        }
        return answer.body().path("id").asText();
    }

    Answer query(String soql) {
        return get(API + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
    }

    /** The values of the first record of a query, in the query's order and without its attributes. */
    List<String> first(String soql) {
        Answer answer = query(soql);
        if (answer.status() != 200 || answer.body().path("records").isEmpty()) {
            throw new AssertionError(answer.body().toString());
        }
        List<String> values = new ArrayList<>();
        answer.body().path("records").path(0).properties().forEach(entry -> {
            if (!entry.getKey().equals("attributes")) {
                values.add(
                        entry.getValue().isTextual()
                                ? entry.getValue().asText()
                                : entry.getValue().toString());
            }
        });
        return values;
    }

    Answer upsertTrees(String... records) {
        return patch(API + "/composite/sobjects/Tree__c/Code__c", collection("Tree__c", records));
    }

    static String collection(String object, String... records) {
        List<String> all = new ArrayList<>();
        for (String record : records) {
            all.add("{'attributes':{'type':'" + object + "'}," + record.substring(1));
        }
        return "{'allOrNone':false,'records':[" + String.join(",", all) + "]}";
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(org.resolve(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return sending(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer sending(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json")
                            && response.headers().firstValue("Content-Encoding").isEmpty();
            JsonNode body = json ? JSON.readTree(response.body()) : JSON.missingNode();
            return new Answer(response.statusCode(), body, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
