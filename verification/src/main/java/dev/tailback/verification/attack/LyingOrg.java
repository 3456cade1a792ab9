package dev.tailback.verification.attack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tailback.verification.torture.wire.Passage;
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
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What a program takes for Salesforce. It passes everything on to the local org, until it is told a lie to tell. */
final class LyingOrg implements AutoCloseable {
    private final HttpServer server;
    private final Passage passage;
    private final ExecutorService threads = Executors.newCachedThreadPool(LyingOrg::daemon);
    private final AtomicInteger calls = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile Optional<Lie> lie = Optional.empty();

    private LyingOrg(URI org, HttpServer server) {
        this.server = server;
        this.passage = new Passage(org, address());
    }

    static LyingOrg before(URI org) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LyingOrg lying = new LyingOrg(org, server);
            server.createContext("/", lying::answer);
            server.setExecutor(lying.threads);
            server.start();
            return lying;
        } catch (IOException e) {
            throw new UncheckedIOException("No port on 127.0.0.1 is free for a lying Salesforce", e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void tell(Lie told) {
        calls.set(0);
        lie = Optional.of(told);
    }

    void tellTheTruth() {
        lie = Optional.empty();
    }

    /** Since the lie is told. */
    int calls() {
        return calls.get();
    }

    /** An exchange that is closed without an answer breaks its connection. */
    private void answer(HttpExchange exchange) {
        calls.incrementAndGet();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Lie> told = lie.filter(one -> one.about().isIt(exchange));
            if (told.isPresent()) {
                told.get().telling().tell(exchange, () -> truth(exchange, body));
            } else {
                passage.back(exchange, truth(exchange, body));
            }
        } catch (IOException broken) {
            exchange.close();
        }
    }

    private HttpResponse<byte[]> truth(HttpExchange exchange, byte[] body) throws IOException {
        try {
            HttpRequest request = passage.onwards(exchange, body);
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("The attack ends", ended);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lying-org");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
