package dev.tailback.verification.torture.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.verification.fleet.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way of one worker to Salesforce. Writes are seen, and some of them come late. */
public final class Wire implements AutoCloseable {
    private final String worker;
    private final String lineField;
    private final Traffic traffic;
    private final HttpServer server;
    private final Passage passage;
    private final ExecutorService threads = Executors.newCachedThreadPool(Wire::daemon);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Wire(String worker, URI org, Mapping mapping, Traffic traffic, HttpServer server) {
        this.worker = worker;
        this.lineField = mapping.field(Idea.CONTRACT_PRODUCT);
        this.traffic = traffic;
        this.server = server;
        this.passage = new Passage(org, address());
    }

    public static Wire start(String worker, URI org, Mapping mapping, Traffic traffic) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Wire wire = new Wire(worker, org, mapping, traffic, server);
            server.createContext("/", wire::pass);
            server.setExecutor(wire.threads);
            server.start();
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException("No port on 127.0.0.1 is free for the wire of " + worker, e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** An exchange that is closed without an answer breaks its connection, as the org or the network did. */
    private void pass(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest request = passage.onwards(exchange, body);
            if (exchange.getRequestURI().getPath().endsWith("/jobs/ingest")) {
                traffic.jobCreated();
            }
            if (exchange.getRequestMethod().equals("PATCH")) {
                write(exchange, request, Http.JSON.readTree(body).path("records"));
            } else {
                passage.back(exchange, client.send(request, BodyHandlers.ofByteArray()));
            }
        } catch (IOException broken) {
            // Both ends learn it from the broken connection.
            exchange.close();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(HttpExchange exchange, HttpRequest request, JsonNode records)
            throws IOException, InterruptedException {
        Set<String> contracts = new HashSet<>();
        records.forEach(
                sent -> contracts.add(traffic.contractOf(sent.path(lineField).asText())));
        Optional<CompletableFuture<Void>> detour = traffic.late().before(contracts);
        if (detour.isPresent()) {
            sendAfter(detour.get(), request);
            return;
        }
        Optional<WireLie> lie = traffic.lies().about(contracts.size());
        if (lie.isPresent()) {
            lie(exchange, lie.get(), request, contracts, records.size());
        } else {
            passage.back(exchange, seen(request, contracts, records.size()));
        }
    }

    private void lie(HttpExchange exchange, WireLie lie, HttpRequest request, Set<String> contracts, int records)
            throws IOException, InterruptedException {
        if (lie.isAfterCommit()) {
            seen(request, contracts, records);
        }
        byte[] body = lie.body(records);
        exchange.getResponseHeaders().set("Content-Type", lie.isJson() ? "application/json" : "text/html");
        exchange.sendResponseHeaders(lie.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    /** Ended before the worker hears the answer: it may send the next call of the contract in the same millisecond. */
    private HttpResponse<byte[]> seen(HttpRequest request, Set<String> contracts, int records)
            throws IOException, InterruptedException {
        Runnable end = traffic.begun(worker, contracts, records);
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } finally {
            end.run();
        }
    }

    private void sendAfter(CompletableFuture<Void> detour, HttpRequest request) {
        detour.thenComposeAsync(now -> client.sendAsync(request, BodyHandlers.discarding()), threads)
                .whenComplete((answer, failure) -> traffic.late().arrived());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
