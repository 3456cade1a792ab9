package dev.tailback.crm.salesforce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A way to an org on which the calls about Bulk jobs are counted, and spoilt as a test wants. */
final class JobWay implements AutoCloseable {

    static final String CREATE = "POST ingest";
    static final String UPLOAD = "PUT batches";
    static final String CHANGE = "PATCH job";
    static final String LOOK = "GET job";
    static final String SAVED = "GET successfulResults";
    static final String REFUSED = "GET failedResults";
    static final String UNPROCESSED = "GET unprocessedrecords";

    private static final Set<String> OWN =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI org;
    private final HttpServer server;
    private final Map<String, Spoil> spoils = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** An answer. */
    record Reply(int status, String type, String body) {

        static final Reply LOST = new Reply(0, "", "");

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body);
        }

        static Reply csv(String body) {
            return new Reply(200, "text/csv", body);
        }

        Reply with(UnaryOperator<String> change) {
            return new Reply(status, type, change.apply(body));
        }
    }

    /** What becomes of a call. */
    interface Spoil {
        Reply of(Passing org) throws IOException, InterruptedException;
    }

    /** Passes a call on. */
    interface Passing {
        Reply on() throws IOException, InterruptedException;
    }

    JobWay(URI org) {
        this.org = org;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void spoil(String call, Spoil spoil) {
        spoils.put(call, spoil);
    }

    /** The next so many calls of this kind; the ones after it go as usual. */
    void spoil(String call, int times, Spoil spoil) {
        int[] left = {times};
        spoil(call, org -> left[0]-- > 0 ? spoil.of(org) : org.on());
    }

    long calls(String call) {
        return calls.stream().filter(call::equals).count();
    }

    private static String kind(String method, String path) {
        String[] parts = path.split("/");
        boolean isJobs = path.contains("/jobs/ingest");
        String last = parts[parts.length - 1];
        return isJobs ? method + " " + (last.startsWith("750") ? "job" : last) : "other";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            String kind =
                    kind(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            calls.add(kind);
            Passing org = () -> passed(exchange, asked);
            Reply reply =
                    Optional.ofNullable(spoils.get(kind)).orElse(Passing::on).of(org);
            if (reply.status() > 0) {
                byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", reply.type());
                exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply passed(HttpExchange exchange, byte[] asked) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(org.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(asked));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse("text/plain"),
                answer.body().replace(org.getAuthority(), uri().getAuthority()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
