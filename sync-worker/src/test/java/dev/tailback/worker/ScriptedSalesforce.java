package dev.tailback.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tailback.mapping.shipped.UsageFields;
import dev.tailback.salesforce.SalesforceConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An address that answers like Salesforce, or like nothing Salesforce would ever say: for the answers a local org
 * cannot be brought to give.
 */
public final class ScriptedSalesforce implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer to a write; no status cuts the connection instead. */
    public record Reply(int status, String body) {
        public static Reply cut() {
            return new Reply(0, "");
        }

        public static Reply html() {
            return new Reply(200, "<html><body>Please wait...</body></html>");
        }

        /** What a firewall or a proxy puts in Salesforce's place. */
        public static Reply page(int status) {
            return new Reply(status, "<html><body>Request blocked. Reference 4711.</body></html>");
        }

        public static Reply error(int status, String code, String message) {
            return new Reply(status, "[{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}]");
        }

        public static Reply rows(String... rows) {
            return new Reply(200, "[" + String.join(",", rows) + "]");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<SentRow>> writes = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile Function<List<SentRow>, Reply> script = sent -> all(sent, one -> saved());
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int firstCallDown = Integer.MAX_VALUE;
    private volatile int lastCallDown = Integer.MAX_VALUE;
    private volatile int readStatus = 200;
    private volatile String limitInfo = "api-usage=1/100000";

    /** One record of a write. */
    public record SentRow(String entryId, String contractProductId, int units) {}

    public ScriptedSalesforce() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public SalesforceConfiguration configuration() {
        return SalesforceConfiguration.of(url(), "tailback", "secret", null)
                .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    public ScriptedSalesforce answers(Function<List<SentRow>, Reply> script) {
        this.script = script;
        return this;
    }

    public ScriptedSalesforce readsAnswer(int status) {
        readStatus = status;
        return this;
    }

    /**
     * An outage that answers reads and writes alike with an error of the server: from the first of these calls to the
     * last one, counted from 1.
     */
    public ScriptedSalesforce isDownBetween(int firstCall, int lastCall) {
        firstCallDown = firstCall;
        lastCallDown = lastCall;
        return this;
    }

    public void usesApiCalls(long used, long limit) {
        limitInfo = "api-usage=" + used + "/" + limit;
    }

    /** The entry ids of every write so far. */
    public List<List<String>> writes() {
        return writes.stream()
                .map(write -> write.stream().map(SentRow::entryId).toList())
                .toList();
    }

    /** Where every write so far went to, from {@code /composite/} on. */
    public List<String> paths() {
        return List.copyOf(paths);
    }

    public static Reply all(List<SentRow> sent, Function<SentRow, String> row) {
        return new Reply(200, sent.stream().map(row).collect(Collectors.joining(",", "[", "]")));
    }

    public static String saved() {
        return "{\"id\":\"a01000000000001AAA\",\"success\":true,\"errors\":[],\"created\":true}";
    }

    public static String refused(String code, String message) {
        return "{\"success\":false,\"errors\":[{\"statusCode\":\"" + code + "\",\"message\":\"" + message
                + "\",\"fields\":[]}]}";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/oauth2/token")) {
                answer(exchange, new Reply(readStatus, token()));
            } else if (isDown(calls.incrementAndGet())) {
                answer(exchange, Reply.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred."));
            } else if (path.contains("/composite/sobjects/")) {
                paths.add(path.substring(path.indexOf("/composite/")));
                answer(exchange, written(body));
            } else {
                answer(exchange, new Reply(readStatus, "{\"totalSize\":0,\"done\":true,\"records\":[]}"));
            }
        }
    }

    private boolean isDown(int call) {
        return call >= firstCallDown && call <= lastCallDown;
    }

    private Reply written(byte[] body) throws IOException {
        List<SentRow> sent = new ArrayList<>();
        for (JsonNode record : JSON.readTree(body).path("records")) {
            sent.add(new SentRow(
                    record.path(UsageFields.EXTERNAL_ID).asText(),
                    record.path(UsageFields.CONTRACT_PRODUCT).asText(),
                    record.path(UsageFields.UNITS).asInt()));
        }
        writes.add(sent);
        return script.apply(sent);
    }

    private String token() {
        return "{\"access_token\":\"00D!token\",\"instance_url\":\"" + url() + "\",\"token_type\":\"Bearer\"}";
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.status() == 0) {
            return;
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.getResponseHeaders().set("Sforce-Limit-Info", limitInfo);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
