package dev.tailback.standalone.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tailback.salesforce.UsageFields;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The way of one worker to Salesforce. It changes nothing that is said, but for the address in a login's answer. */
final class Wire implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "expect", "date");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String worker;
    private final URI org;
    private final Traffic traffic;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Wire::daemon);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Wire(String worker, URI org, Traffic traffic, HttpServer server) {
        this.worker = worker;
        this.org = org;
        this.traffic = traffic;
        this.server = server;
    }

    static Wire start(String worker, URI org, Traffic traffic) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Wire wire = new Wire(worker, org, traffic, server);
            server.createContext("/", wire::pass);
            server.setExecutor(wire.threads);
            server.start();
            return wire;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("No port on 127.0.0.1 is free for the wire of " + worker, e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** An exchange that is closed without an answer breaks its connection, as the org or the network did. */
    private void pass(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest request = request(exchange, body);
            if (!exchange.getRequestMethod().equals("PATCH")) {
                answer(exchange, client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
            } else if (traffic.comesLate()) {
                sendLate(request);
            } else {
                passUpsert(exchange, request, body);
            }
        } catch (IOException broken) {
            // Whoever listens at either end learns it from the broken connection.
            exchange.close();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void passUpsert(HttpExchange exchange, HttpRequest request, byte[] body)
            throws IOException, InterruptedException {
        JsonNode records = Http.JSON.readTree(body).path("records");
        Set<String> contracts = new HashSet<>();
        records.forEach(sent -> contracts.add(
                traffic.contractOf(sent.path(UsageFields.CONTRACT_PRODUCT).asText())));
        traffic.begun(worker, contracts, records.size());
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } finally {
            traffic.ended(worker, contracts);
        }
        answer(exchange, answer);
    }

    private void sendLate(HttpRequest request) {
        Executor later = CompletableFuture.delayedExecutor(traffic.delayMs(), TimeUnit.MILLISECONDS, threads);
        CompletableFuture.supplyAsync(() -> request, later)
                .thenCompose(delayed -> client.sendAsync(delayed, HttpResponse.BodyHandlers.discarding()))
                .whenComplete((answer, failure) -> traffic.arrived());
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(org.resolve(exchange.getRequestURI()))
                .timeout(PATIENCE)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        byte[] body = isLogin(exchange) ? withOurAddress(answer.body()) : answer.body();
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean isLogin(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().startsWith("/services/oauth2/");
    }

    /** The org tells whoever logs in where to call; the caller is to stay on this wire. */
    private byte[] withOurAddress(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .replace(org.getAuthority(), address().getAuthority())
                .getBytes(StandardCharsets.UTF_8);
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
