package dev.tailback.verification.attack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host that a lie names. A program that connects to it has believed the lie. */
final class Trap implements AutoCloseable {
    private final HttpServer server;
    private final List<String> visits = new CopyOnWriteArrayList<>();

    private Trap(HttpServer server) {
        this.server = server;
    }

    static Trap set() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Trap trap = new Trap(server);
            server.createContext("/", exchange -> {
                boolean token = exchange.getRequestHeaders().containsKey("Authorization");
                trap.visits.add(exchange.getRequestMethod() + (token ? " with a token" : " without a token"));
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            server.start();
            return trap;
        } catch (IOException e) {
            throw new UncheckedIOException("No port on 127.0.0.1 is free", e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Since it was asked last. */
    List<String> takeVisits() {
        List<String> taken = List.copyOf(visits);
        visits.clear();
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
