package dev.tailback.verification.hubtorture.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.torture.wire.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way of one hub to one CRM that speaks HTTP. */
public final class Link implements AutoCloseable {
    private final String hub;
    private final CustomerCrm crm;
    private final CallBook book;
    private final HttpServer server;
    private final Passage passage;
    private final ExecutorService threads = Executors.newCachedThreadPool(Link::daemon);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile Optional<LinkFault> fault = Optional.empty();

    private Link(String hub, CustomerCrm crm, URI target, CallBook book, HttpServer server) {
        this.hub = hub;
        this.crm = crm;
        this.book = book;
        this.server = server;
        this.passage = new Passage(target, address());
    }

    public static Link start(String hub, CustomerCrm crm, URI target, CallBook book) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Link link = new Link(hub, crm, target, book, server);
            server.createContext("/", link::pass);
            server.setExecutor(link.threads);
            server.start();
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException("No port on 127.0.0.1 is free for the way of " + hub, e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public CustomerCrm crm() {
        return crm;
    }

    /** From now on, until it is healed. */
    public void suffer(LinkFault what) {
        fault = Optional.of(what);
    }

    public void heal() {
        fault = Optional.empty();
    }

    /** An exchange that is closed without an answer breaks its connection. */
    private void pass(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            book.called();
            CrmCall call = CrmCall.of(crm, exchange.getRequestMethod(), exchange.getRequestURI(), body);
            Optional<LinkFault> met = fault.filter(what -> what.meets(call.isWrite()));
            if (met.filter(what -> !what.reachesCrm()).isPresent()) {
                met.get().answer(exchange, crm);
            } else {
                carry(exchange, body, call, met);
            }
        } catch (IOException broken) {
            // Both ends learn it from the broken connection.
            exchange.close();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(HttpExchange exchange, byte[] body, CrmCall call, Optional<LinkFault> met)
            throws IOException, InterruptedException {
        int delay = met.map(LinkFault::delayMs).orElse(0);
        Await.millis(delay);
        Instant begun = Instant.now();
        HttpResponse<byte[]> answer = client.send(passage.onwards(exchange, body), BodyHandlers.ofByteArray());
        Instant ended = Instant.now();
        boolean isAnswered = met.map(LinkFault::isAnswered).orElse(true);
        note(call, answer, begun, ended, met.isEmpty());
        Await.millis(delay);
        if (isAnswered) {
            passage.back(exchange, answer);
        } else {
            met.orElseThrow().answer(exchange, crm);
        }
    }

    private void note(CrmCall call, HttpResponse<byte[]> answer, Instant begun, Instant ended, boolean isHeard) {
        book.looked(call.looksAt().stream()
                .map(id -> new LookSeen(hub, crm.word(), id, begun, ended))
                .toList());
        List<WriteSeen> taken = call.taken(answer.statusCode(), answer.body()).stream()
                .flatMap(change -> change.values().entrySet().stream()
                        .map(value -> new WriteSeen(
                                hub,
                                crm.word(),
                                change.record(),
                                value.getKey(),
                                value.getValue(),
                                begun,
                                ended,
                                isHeard)))
                .toList();
        book.wrote(taken);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "link");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
