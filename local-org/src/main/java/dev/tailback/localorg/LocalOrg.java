package dev.tailback.localorg;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;

/** A running local org. Tests start one with {@link #start} and close it. */
public final class LocalOrg implements AutoCloseable {

    private final LocalOrgOptions options;
    private final HttpServer server;

    private LocalOrg(LocalOrgOptions options, HttpServer server) {
        this.options = options;
        this.server = server;
    }

    /**
     * Loads the source directory, imports the seed, and listens.
     *
     * @throws IllegalArgumentException in one sentence, when a directory is missing or a metadata or seed file is broken
     */
    public static LocalOrg start(LocalOrgOptions options) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), 0);
            server.start();
            return new LocalOrg(options, server);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + options.port() + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address to log in to, such as {@code http://127.0.0.1:8090}. */
    public URI uri() {
        return URI.create("http://" + options.host() + ":" + port());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
