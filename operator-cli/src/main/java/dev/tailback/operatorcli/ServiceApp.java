package dev.tailback.operatorcli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The service app as an operator's command calls it. Every answer but 2xx is a {@link Refusal} with its sentence. */
final class ServiceApp {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI url;
    private final String authorization;

    private ServiceApp(URI url, String authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    static ServiceApp at(URI url, String user, String password) {
        if (user == null || user.isBlank() || password == null) {
            throw Refusal.beforeItBegan("say who you are: set TAILBACK_OPS_USER and TAILBACK_OPS_PASSWORD,"
                    + " or give --user and --password.");
        }
        if (url.getHost() == null || url.getScheme() == null || !url.getScheme().startsWith("http")) {
            throw Refusal.beforeItBegan("'" + url + "' is not an address: write it as http://host:8080.");
        }
        String pair = user + ":" + password;
        return new ServiceApp(
                url, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    /** Path and query with whatever people typed made safe for an address. */
    static String path(String path, String... namesAndValues) {
        StringBuilder address = new StringBuilder(path);
        for (int index = 0; index < namesAndValues.length; index += 2) {
            if (!namesAndValues[index + 1].isEmpty()) {
                address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(namesAndValues[index])
                        .append('=')
                        .append(encoded(namesAndValues[index + 1]));
            }
        }
        return address.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    JsonNode put(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build());
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Authorization", authorization);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            JsonNode body = parsed(answer);
            if (answer.statusCode() / 100 != 2) {
                throw Refusal.byTheServiceApp(sentence(answer.statusCode(), body));
            }
            return body;
        } catch (IOException noAnswer) {
            throw new NoAnswer(url, ANSWER).because(noAnswer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.beforeItBegan("interrupted while the service app was asked.");
        }
    }

    private JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (JsonProcessingException foreign) {
            throw Refusal.beforeItBegan("what answers at " + url + " is no service app of Tailback (HTTP "
                    + answer.statusCode() + "). Give its address with --url.");
        }
    }

    private static String sentence(int status, JsonNode problem) {
        String code = problem.path("code").asText("");
        String detail = problem.path("detail").asText("The service app answered " + status + ".");
        return code.isEmpty() ? detail : detail + " (" + code + ")";
    }
}
