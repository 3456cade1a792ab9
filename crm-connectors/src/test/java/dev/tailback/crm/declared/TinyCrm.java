package dev.tailback.crm.declared;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A CRM of a few lines for what HubSpot's API does not do: other pagings, other accesses, and senseless answers. */
final class TinyCrm implements AutoCloseable {

    static final String FILE = """
            crm: 1
            name: Tiny
            address: http://127.0.0.1:9
            access: {kind: %s}
            errors: {message: /error, code: /code}
            times: milliseconds
            objects:
              people:
                id: /id
                changedAt: /at
                fields:
                  name: string
                  age: double
                list:
                  path: /people
                  records: /items
                  %s
                read: {path: "/people/{id}"}
            """;

    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private TinyCrm(HttpServer server) {
        this.server = server;
    }

    /** @param answer to the parameters of a call, and its path as {@code path} */
    static TinyCrm answering(Function<Map<String, String>, String> answer) {
        try {
            TinyCrm crm = new TinyCrm(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            crm.server.createContext("/", call -> crm.answer(call, answer));
            crm.server.start();
            return crm;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private void answer(HttpExchange call, Function<Map<String, String>, String> answer) throws IOException {
        String query = call.getRequestURI().getQuery() == null
                ? ""
                : call.getRequestURI().getQuery();
        Map<String, String> asked = java.util.Arrays.stream(query.split("&"))
                .filter(one -> one.contains("="))
                .collect(Collectors.toMap(one -> one.split("=")[0], one -> one.substring(one.indexOf('=') + 1)));
        asked.put("path", call.getRequestURI().getPath());
        asked.put("authorization", String.valueOf(call.getRequestHeaders().getFirst("Authorization")));
        calls.add(call.getRequestURI() + " " + call.getRequestHeaders().getFirst("Authorization"));
        String said = answer.apply(asked);
        byte[] body = said.replaceFirst("^\\d{3} ", "").getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(
                said.matches("(?s)\\d{3} .*") ? Integer.parseInt(said.substring(0, 3)) : 200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    List<String> calls() {
        return calls;
    }

    DeclaredConnector connector(String access, String list, Map<String, String> secrets) {
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return new DeclaredConnector(
                    DeclaredSettings.of(FILE.formatted(access, list), secrets).at(address), Clock.systemUTC());
        } catch (DeclarationInvalid wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    DeclaredConnector connector(String list) {
        return connector("bearer, token: CRM_TOKEN", list, Map.of("CRM_TOKEN", "word"));
    }

    /** A list of those records from one on, up to a number of them. */
    static String items(int from, int size, int all) {
        List<String> items = new ArrayList<>();
        for (int at = from; at < Math.min(all, from + size); at++) {
            items.add("{\"id\":\"p" + (1_000 + at) + "\",\"at\":" + (1_000_000 + at) + ",\"name\":\"n" + at
                    + "\",\"age\":12345678901234567.89}");
        }
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
