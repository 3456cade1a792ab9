package dev.tailback.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers who calls, as the service app does: a name is its own password. */
final class AccountsOfTest implements AutoCloseable {

    private static final Map<String, String> ROLES =
            Map.of("vera", "viewer", "otto", "operator", "ada", "admin", "sam", "service");

    private final HttpServer server;

    AccountsOfTest() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/api/caller", AccountsOfTest::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String basic(String name) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
    }

    static String cookie(String name) {
        return "tailback_session=" + name;
    }

    private static void answer(HttpExchange call) throws IOException {
        Optional<String> name = header(call, "Authorization")
                .map(value -> value.replaceFirst("Basic ", ""))
                .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8).split(":")[0])
                .or(() -> header(call, "Cookie").map(value -> value.replaceFirst("tailback_session=", "")));
        Optional<String> role = name.map(ROLES::get);
        byte[] body = role.map(found -> "{\"name\":\"" + name.orElseThrow() + "\",\"roles\":[\"" + found + "\"]}")
                .orElse("{}")
                .getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(role.isPresent() ? 200 : 401, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static Optional<String> header(HttpExchange call, String name) {
        return Optional.ofNullable(call.getRequestHeaders().get(name))
                .map(List::stream)
                .flatMap(all -> all.findFirst());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
