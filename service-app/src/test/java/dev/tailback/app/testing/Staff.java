package dev.tailback.app.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Somebody of the service team, over HTTP. */
public final class Staff {

    private final ObjectMapper json = new ObjectMapper();
    private final URI address;
    private final String authorization;

    public Staff(String account, EmbeddedServer server) {
        this.address = server.getURI();
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((account + ":tailback").getBytes(StandardCharsets.UTF_8));
    }

    /** The body of an ad: product ids and units in turns. */
    public static String ad(String title, String contractId, Object... productsAndUnits) {
        StringBuilder products = new StringBuilder();
        for (int index = 0; index < productsAndUnits.length; index += 2) {
            products.append(index == 0 ? "" : ",")
                    .append("{\"contractProductId\":\"" + productsAndUnits[index] + "\",\"units\":"
                            + productsAndUnits[index + 1] + "}");
        }
        return "{\"title\":\"" + title + "\",\"contractId\":\"" + contractId + "\",\"products\":[" + products + "]}";
    }

    public Answer create(String body) {
        return send("POST", "/api/ads", body, Map.of());
    }

    public Answer createOnce(String key, String body) {
        return send("POST", "/api/ads", body, Map.of("Idempotency-Key", key));
    }

    public Answer correct(Answer seen, String body) {
        return send("PUT", "/api/ads/" + seen.id(), body, Map.of("If-Match", seen.tag()));
    }

    public Answer cancel(Answer seen) {
        return send("DELETE", "/api/ads/" + seen.id(), "", Map.of("If-Match", seen.tag()));
    }

    public Answer read(Answer ad) {
        return get("/api/ads/" + ad.id());
    }

    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    public Answer post(String path) {
        return send("POST", path, "", Map.of());
    }

    public Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", authorization)
                .method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return answer(OneClient.HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is no JSON, as it came. */
    public String text(String path) throws IOException {
        try {
            return OneClient.HTTP
                    .send(
                            HttpRequest.newBuilder(address.resolve(path))
                                    .header("Authorization", authorization)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer answer(HttpResponse<String> response) throws IOException {
        JsonNode body = json.readTree(response.body().isEmpty() ? "{}" : response.body());
        return new Answer(
                response.statusCode(),
                body,
                response.headers().firstValue("ETag"),
                response.headers().firstValue("Location"),
                response.headers().firstValue("Content-Type").orElse(""));
    }
}
