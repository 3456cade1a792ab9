package dev.tailback.app.testing;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that calls the service app over HTTP, with Basic or without. */
public final class Caller {

    private final URI address;
    private final String authorization;

    private Caller(URI address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    public static Caller anonymous(EmbeddedServer server) {
        return new Caller(server.getURI(), null);
    }

    public static Caller as(String account, EmbeddedServer server) {
        return withPassword(account, "tailback", server);
    }

    public static Caller withPassword(String account, String password, EmbeddedServer server) {
        String pair = account + ":" + password;
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Caller(server.getURI(), basic);
    }

    public static Caller withToken(String token, EmbeddedServer server) {
        return new Caller(server.getURI(), "Bearer " + token);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, "");
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public HttpResponse<String> send(String method, String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).method(method, BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return OneClient.HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
