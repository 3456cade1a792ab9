package dev.tailback.app.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tailback.app.testing.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Something else answers in the org's place. */
class NonsenseDescribedTest {

    private final HttpServer server = start();
    private final Line line = Line.to(address());

    @AfterEach
    void end() {
        line.close();
        server.stop(0);
    }

    @Test
    void an_object_without_a_field_is_nonsense_and_nothing_is_known_then() {
        line.bean(LookAtSchema.class).lookAtAll();

        DriftView drift = line.bean(DriftReading.class).now();

        assertEquals("unknown", drift.state());
        assertTrue(drift.reason().orElseThrow().contains("without an id"), drift::toString);
        assertEquals(0, line.number("select count(*) from schema_version"));
        assertEquals(0, line.number("select count(*) from mapping_effect"));
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", NonsenseDescribedTest::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every object is there, and has nothing. */
    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = path.startsWith("/services/oauth2")
                ? "{\"access_token\":\"t\",\"instance_url\":\"http://"
                        + exchange.getRequestHeaders().getFirst("Host") + "\"}"
                : "{\"name\":\"" + path.replaceAll(".*/sobjects/(\\w+)/describe", "$1")
                        + "\",\"label\":\"X\",\"queryable\":true,"
                        + "\"createable\":true,\"updateable\":true,\"fields\":[],\"childRelationships\":[]}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
