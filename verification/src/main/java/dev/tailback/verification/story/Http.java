package dev.tailback.verification.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** JSON over HTTP, for both sides of the story. */
final class Http {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An answer; the body is a missing node where there was none. */
    record Answer(int status, Map<String, java.util.List<String>> headers, JsonNode body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), java.util.List.of(""))
                    .get(0);
        }

        String code() {
            return body.path("code").asText();
        }

        String detail() {
            return body.path("detail").asText();
        }
    }

    Answer send(String method, URI uri, Map<String, String> headers, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(2));
        headers.forEach(request::header);
        if (body.isMissingNode()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofString(body.toString()));
        }
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), parse(response.body()));
        } catch (IOException e) {
            throw new StoryFailed(request.method() + " " + request.uri() + " was not answered: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("Interrupted during " + request.method() + " " + request.uri());
        }
    }

    private static JsonNode parse(String body) {
        if (body.isBlank()) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return com.fasterxml.jackson.databind.node.TextNode.valueOf(body);
        }
    }
}
