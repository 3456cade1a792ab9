package dev.tailback.verification.benchmarks.ads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Somebody who reads lists over the HTTP API, one after the other. */
final class Reader {

    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString("service:tailback".getBytes(StandardCharsets.UTF_8));
    private static final double NANOS_A_MILLISECOND = 1_000_000;
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI serviceApp;

    Reader(URI serviceApp) {
        this.serviceApp = serviceApp;
    }

    /** @return milliseconds until the whole answer was there */
    double read(String path) {
        HttpRequest request = HttpRequest.newBuilder(serviceApp.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", AUTHORIZATION)
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = send(request);
        double took = (System.nanoTime() - begin) / NANOS_A_MILLISECOND;
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return took;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
