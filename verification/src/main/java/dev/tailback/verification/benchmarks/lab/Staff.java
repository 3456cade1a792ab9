package dev.tailback.verification.benchmarks.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** People who book ads over the HTTP API at an even pace, whether the answers come or not. */
public final class Staff {
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString("service:tailback".getBytes(StandardCharsets.UTF_8));
    private static final int CREATED = 201;
    private static final long SEED = 1;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI serviceApp;
    private final List<SoldLine> sold;
    private final Random random = new Random(SEED);

    public Staff(URI serviceApp, List<SoldLine> sold) {
        this.serviceApp = serviceApp;
        this.sold = sold;
    }

    /** One ad after the other, so that a service app that has just started is not run over. */
    public void warmUp(int ads) {
        for (int number = 0; number < ads; number++) {
            requireBooked(http.sendAsync(ad(number), BodyHandlers.ofString()).join());
        }
    }

    /**
     * Books ads of one entry each, on contracts at random, and waits for the last answer.
     *
     * @throws IllegalStateException if one was not booked
     */
    public void book(int ads, int perSecond) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int number = 0; number < ads; number++) {
            Await.pass(Duration.ofNanos(begin + number * 1_000_000_000L / perSecond - System.nanoTime()));
            answers.add(http.sendAsync(ad(number), BodyHandlers.ofString()));
        }
        answers.forEach(answer -> requireBooked(answer.join()));
    }

    private static void requireBooked(HttpResponse<String> answer) {
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException("An ad was not booked: " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest ad(int number) {
        SoldLine line = sold.get(random.nextInt(sold.size()));
        ObjectNode ad = Http.JSON
                .createObjectNode()
                .put("title", "Measured ad " + number)
                .put("contractId", line.contractId());
        ad.putArray("products")
                .addObject()
                .put("contractProductId", line.contractProductId())
                .put("units", 1);
        return HttpRequest.newBuilder(serviceApp.resolve("/api/ads"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", AUTHORIZATION)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ad.toString()))
                .build();
    }
}
