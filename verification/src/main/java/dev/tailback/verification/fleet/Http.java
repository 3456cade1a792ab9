package dev.tailback.verification.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** JSON over HTTP to programs that may be dead, may hang, or may break off in the middle of an answer. */
public final class Http {
    public static final JsonMapper JSON = new JsonMapper();
    public static final JsonNode NOTHING = MissingNode.getInstance();

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** A whole answer. */
    public record Answer(int status, String etag, JsonNode body) {
        public String code() {
            return body.path("code").asText("");
        }

        public String detail() {
            return body.path("detail").asText("");
        }
    }

    /** @return empty when no whole answer came: whether the call was executed is then unknown */
    public Optional<Answer> send(String method, URI uri, Map<String, String> headers, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (body.isMissingNode()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofString(body.toString()));
        }
        return send(request.build());
    }

    public Optional<Answer> send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            String etag = response.headers().firstValue("etag").orElse("");
            return Optional.of(new Answer(response.statusCode(), etag, parse(response.body())));
        } catch (IOException unanswered) {
            return Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Ended();
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? NOTHING : JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(body);
        }
    }
}
