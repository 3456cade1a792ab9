package dev.tailback.verification.torture.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Forwards requests and answers unchanged, except the address in a login's answer: a program that logs in must stay on
 * the wire.
 */
public final class Passage {
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "expect", "date");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI org;
    private final URI wire;

    public Passage(URI org, URI wire) {
        this.org = org;
        this.wire = wire;
    }

    public HttpRequest onwards(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(org.resolve(exchange.getRequestURI()))
                .timeout(PATIENCE)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassedOn(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    public void back(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        byte[] body = isLogin(exchange) ? withWire(answer.body()) : answer.body();
        answer.headers().map().forEach((name, values) -> {
            if (isPassedOn(name)) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean isPassedOn(String header) {
        return !NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT));
    }

    private static boolean isLogin(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().startsWith("/services/oauth2/");
    }

    private byte[] withWire(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .replace(org.getAuthority(), wire.getAuthority())
                .getBytes(StandardCharsets.UTF_8);
    }
}
