package dev.tailback.localcrms.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a port and takes each call to the CRM. An empty answer ends the connection, as a broken network does. */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int LONGEST_ADDRESS = 16_384;

    private final HttpServer server;
    private final ExecutorService workers;
    private final Function<Call, Optional<Reply>> crm;

    private Listener(HttpServer server, ExecutorService workers, Function<Call, Optional<Reply>> crm) {
        this.server = server;
        this.workers = workers;
        this.crm = crm;
    }

    /**
     * @param port 0 takes a free one
     * @throws IllegalArgumentException in one sentence, with a BindException as its cause, when the port is taken
     */
    public static Listener start(String host, int port, Function<Call, Optional<Reply>> crm) {
        // Without it the JDK's server delays small answers by 40 ms. Read once, when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            Listener listener = new Listener(server, Workers.start(), crm);
            server.createContext("/", listener::handle);
            server.setExecutor(listener.workers);
            server.start();
            return listener;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Cannot listen on " + host + ":" + port + ": " + e.getMessage() + ".", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange);
        } catch (ZipException | IllegalArgumentException e) {
            refuse(exchange, e);
        } catch (IOException e) {
            LOG.debug("{} {} was broken off", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().toString().length() > LONGEST_ADDRESS) {
            WriteReply.write(exchange, Reply.nothing(414));
            return;
        }
        byte[] body = body(exchange);
        if (body.length >= MOST_BYTES) {
            WriteReply.write(exchange, Reply.nothing(413));
            return;
        }
        Optional<Reply> reply = crm.apply(call(exchange, body));
        if (reply.isPresent()) {
            WriteReply.write(exchange, reply.get());
        }
    }

    private static void refuse(HttpExchange exchange, Exception problem) {
        try {
            LOG.debug("{} cannot be read", exchange.getRequestURI(), problem);
            exchange.sendResponseHeaders(400, -1);
        } catch (IOException e) {
            LOG.debug("{} was broken off", exchange.getRequestURI(), e);
        }
    }

    private static Call call(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return Call.of(exchange.getRequestMethod(), asPath(exchange.getRequestURI()), headers, body);
    }

    /** An address that begins with two slashes would be taken for a host's name. */
    private static URI asPath(URI address) {
        boolean isPath = address.getScheme() == null && address.getRawAuthority() != null;
        return isPath ? URI.create(address.toString().replaceFirst("^/+", "/")) : address;
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        if ("gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            try (GZIPInputStream in = new GZIPInputStream(exchange.getRequestBody())) {
                return in.readNBytes(MOST_BYTES);
            }
        }
        return exchange.getRequestBody().readNBytes(MOST_BYTES);
    }

    /** Stops listening; calls that are being answered are broken off. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
