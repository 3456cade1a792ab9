package dev.tailback.salesforce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tailback.salesforce.session.SalesforceSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers on the wire exactly what a test says, nonsense included, which a well-behaved local org never would. The
 * token endpoint works by itself and counts its logins; each token is {@code token-<login>}.
 */
final class WireOrg implements AutoCloseable {

    /** What the server does with one request for data. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    record Request(String method, String target, String authorization, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Reply login = exchange -> answer(200, token()).to(exchange);

    WireOrg() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/services/oauth2/token", exchange -> {
            logins.incrementAndGet();
            login.to(exchange);
        });
        server.createContext("/services/data", this::data);
        server.start();
    }

    /** The replies in order; the last one is repeated. */
    WireOrg answering(Reply... inOrder) {
        replies.addAll(List.of(inOrder));
        return this;
    }

    WireOrg loginAnswering(Reply reply) {
        login = reply;
        return this;
    }

    SalesforceSession session() {
        return new SalesforceSession(configuration(), Clock.systemUTC());
    }

    SalesforceConfiguration configuration() {
        return SalesforceConfiguration.of(url(), "tailback", "wire-secret", "62.0")
                .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int logins() {
        return logins.get();
    }

    List<Request> requests() {
        return requests;
    }

    private String token() {
        return "{\"access_token\":\"token-" + logins.get() + "\",\"instance_url\":\"" + url() + "\"}";
    }

    private void data(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
        next().to(exchange);
    }

    private synchronized Reply next() {
        return replies.size() > 1 ? replies.poll() : replies.peek();
    }

    static Reply answer(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** The request is read, then the connection ends without a word. */
    static Reply hangUp() {
        return HttpExchange::close;
    }

    /** Good headers, half a body, end of connection. */
    static Reply breakOff(String halfBody) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write(halfBody.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Good headers, and then nothing until the test ends. */
    Reply stall() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().flush();
            awaitClosing();
        };
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
