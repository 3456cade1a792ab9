package dev.tailback.localorg.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.tailback.localorg.control.Control;
import dev.tailback.localorg.rest.Reply;
import dev.tailback.localorg.rest.Request;
import dev.tailback.localorg.rest.Salesforce;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every HTTP call to the part of the org that answers it. */
public final class Front implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final int MOST_BYTES = 150 * 1024 * 1024;

    private final Salesforce salesforce;
    private final Control control;
    private final Function<Request, Reply> pages;
    private final WriteReply write = new WriteReply();

    public Front(Salesforce salesforce, Control control, Function<Request, Reply> pages) {
        this.salesforce = salesforce;
        this.control = control;
        this.pages = pages;
    }

    /** An exchange that is closed without an answer ends its connection, as a broken network does. */
    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            Request request = request(exchange);
            Optional<Reply> reply = reply(request);
            if (reply.isPresent()) {
                write.write(exchange, request, reply.get());
            }
        } catch (ZipException | IllegalArgumentException e) {
            refuse(exchange, e);
        } catch (IOException e) {
            LOG.debug("{} {} was broken off", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
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

    private Optional<Reply> reply(Request request) {
        if (request.body().length >= MOST_BYTES) {
            return Optional.of(Reply.nothing(413));
        }
        return switch (request.segments().isEmpty() ? "" : request.segments().get(0)) {
            case "services", "id" -> salesforce.reply(request);
            case "local-org" -> Optional.of(control.reply(request));
            default -> Optional.of(pages.apply(request));
        };
    }

    private static Request request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return Request.of(
                exchange.getRequestMethod(), asPath(exchange.getRequestURI()), headers, body(exchange, headers));
    }

    /** An address that ends in a slash makes //services/data, which would be a host's name; Salesforce takes it. */
    private static URI asPath(URI address) {
        boolean isPath = address.getScheme() == null && address.getRawAuthority() != null;
        return isPath ? URI.create(address.toString().replaceFirst("^/+", "/")) : address;
    }

    private static byte[] body(HttpExchange exchange, Map<String, String> headers) throws IOException {
        if ("gzip".equalsIgnoreCase(headers.get("content-encoding"))) {
            try (GZIPInputStream in = new GZIPInputStream(exchange.getRequestBody())) {
                return in.readNBytes(MOST_BYTES);
            }
        }
        return exchange.getRequestBody().readNBytes(MOST_BYTES);
    }
}
