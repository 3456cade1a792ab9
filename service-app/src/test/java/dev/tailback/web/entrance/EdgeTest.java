package dev.tailback.web.entrance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nobody who connects can keep what others need: each is granted so much, and what is above it is refused in words. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeTest implements TestPropertyProvider {
    private static final String ATTACKER = "127.0.0.66";
    private static final String OTHER = "127.0.0.77";
    private static final String HEALTH = "GET /health/liveness HTTP/1.1\r\nHost: test\r\n\r\n";

    private final List<RawConnection> open = new ArrayList<>();

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
        properties.put("http.most-connections", "60");
        properties.put("http.most-connections-per-address", "40");
        properties.put("http.headers-within", "5s");
        properties.put("http.body-within", "5s");
        properties.put("http.idle-within", "8s");
        properties.put("http.body-memory", "4");
        return properties;
    }

    @AfterEach
    void close_all() throws IOException {
        for (RawConnection connection : open) {
            connection.close();
        }
        open.clear();
        await().until(() -> from(OTHER).send(HEALTH).answer().startsWith("HTTP/1.1 200"));
    }

    @Test
    void an_address_that_holds_all_its_connections_is_told_so_and_others_are_served() throws IOException {
        for (int i = 0; i < 40; i++) {
            assertTrue(from(ATTACKER).send(HEALTH).answer().startsWith("HTTP/1.1 200"));
        }

        String refused = from(ATTACKER).untilClosed();

        assertTrue(refused.startsWith("HTTP/1.1 503"), refused);
        assertTrue(refused.contains("Retry-After: 5"), refused);
        assertTrue(refused.contains("\"code\":\"too_many_connections\""), refused);
        assertTrue(from(OTHER).send(HEALTH).answer().startsWith("HTTP/1.1 200"));
    }

    @Test
    void a_connection_that_ends_makes_room() throws IOException {
        List<RawConnection> held = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            held.add(from(ATTACKER));
        }
        await().until(() -> from(ATTACKER).send(HEALTH).answer().startsWith("HTTP/1.1 503"));
        held.get(0).close();
        await().until(() -> from(ATTACKER).send(HEALTH).answer().startsWith("HTTP/1.1 200"));
    }

    @Test
    void headers_that_never_end_are_refused_after_a_while() throws IOException {
        String answer = from(ATTACKER)
                .send("GET /health HTTP/1.1\r\nHost: test\r\nX-Slow: a")
                .untilClosed();
        assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
        assertTrue(answer.contains("\"code\":\"too_slow\""), answer);
    }

    @Test
    void a_connection_that_sends_nothing_is_closed() throws IOException {
        assertEquals("", from(ATTACKER).untilClosed());
    }

    @Test
    void a_connection_that_sends_nothing_more_is_closed() throws IOException {
        RawConnection connection = from(ATTACKER).send(HEALTH);
        assertTrue(connection.answer().startsWith("HTTP/1.1 200"));
        assertEquals("", connection.untilClosed());
    }

    @Test
    void a_body_that_never_ends_is_refused_after_a_while() throws IOException {
        for (String path : List.of("/login", "/api/ads", "/nothing")) {
            String answer = from(ATTACKER).send(post(path, 1_000) + "a=").untilClosed();
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
        }
    }

    @Test
    void a_body_in_chunks_that_never_ends_is_refused_after_a_while() throws IOException {
        String answer = from(ATTACKER).send(chunked("/login") + "2\r\na=\r\n").untilClosed();
        assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
    }

    @Test
    void a_login_above_four_kilobytes_is_refused_however_its_path_is_written() throws IOException {
        for (String path : List.of("/login", "/login?next=/", "/%6cogin", "/login/", "//login", "http://a/login")) {
            String answer = from(ATTACKER).send(post(path, 4_097)).untilClosed();
            assertTrue(answer.startsWith("HTTP/1.1 413"), path + ": " + answer);
        }
    }

    @Test
    void a_login_in_chunks_is_counted_too() throws IOException {
        String chunk = "400\r\n" + "x".repeat(1_024) + "\r\n";
        String answer = from(ATTACKER).send(chunked("/login") + chunk.repeat(5)).untilClosed();
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    }

    @Test
    void the_answer_to_a_body_that_is_too_large_can_be_read_while_the_body_is_still_being_sent() throws IOException {
        RawConnection connection = from(ATTACKER).send(post("/login", 2_000_000));
        for (int i = 0; i < 20; i++) {
            connection.send("x".repeat(10_000));
        }
        assertTrue(connection.untilClosed().startsWith("HTTP/1.1 413"));
    }

    @Test
    void half_forms_take_a_quarter_of_the_memory_and_no_more() throws IOException {
        List<RawConnection> halves = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            halves.add(from(ATTACKER).send(post("/api/ads", 900_000) + "x".repeat(500_000)));
        }
        List<String> answers = new ArrayList<>();
        for (RawConnection half : halves) {
            answers.add(half.untilClosed());
        }
        assertTrue(answers.stream().anyMatch(answer -> answer.startsWith("HTTP/1.1 503")), answers.toString());
        assertTrue(answers.stream().anyMatch(answer -> answer.contains("\"code\":\"busy\"")), answers.toString());
    }

    @Test
    void a_form_that_comes_byte_by_byte_is_read() throws Exception {
        RawConnection connection = from(OTHER).send(post("/login", 21));
        for (char letter : "name=a&password=bbbbb".toCharArray()) {
            connection.send(String.valueOf(letter));
        }
        String answer = connection.answer();
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        assertFalse(answer.startsWith("HTTP/1.1 408"), answer);
    }

    @Test
    void a_client_that_asks_first_may_send() throws IOException {
        RawConnection connection =
                from(OTHER).send(post("/login", 21).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
        assertTrue(connection.answer().startsWith("HTTP/1.1 100"));
        String answer = connection.send("name=a&password=bbbbb").answer();
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    }

    @Test
    void a_hundred_headers_are_the_most() throws IOException {
        StringBuilder headers = new StringBuilder("GET /health HTTP/1.1\r\nHost: test\r\n");
        for (int i = 0; i < 100; i++) {
            headers.append("X-").append(i).append(": 1\r\n");
        }
        String answer = from(ATTACKER).send(headers + "\r\n").untilClosed();
        assertTrue(answer.startsWith("HTTP/1.1 431"), answer);
    }

    @Test
    void a_long_address_and_long_headers_are_refused() throws IOException {
        String address = from(ATTACKER)
                .send("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: test\r\n\r\n")
                .answer();
        assertTrue(address.matches("(?s)HTTP/1.[01] 41.*"), address);
        String headers = from(ATTACKER)
                .send("GET /health HTTP/1.1\r\nHost: test\r\nX-A: " + "a".repeat(9_000) + "\r\n\r\n")
                .answer();
        assertTrue(headers.matches("(?s)HTTP/1.[01] 4.*"), headers);
    }

    @Test
    void requests_in_a_row_are_answered_in_order_and_too_many_end_the_connection() throws IOException {
        RawConnection polite = from(OTHER).send(HEALTH + HEALTH.replace("liveness", "nothing") + HEALTH);
        assertTrue(polite.answer().startsWith("HTTP/1.1 200"));
        assertFalse(polite.answer().startsWith("HTTP/1.1 200"));
        assertTrue(polite.answer().startsWith("HTTP/1.1 200"));

        String login = post("/login", 21) + "name=a&password=bbbbb";
        String answers = from(ATTACKER).send(login.repeat(200)).untilClosed();
        assertTrue(answers.split("HTTP/1.1 ").length < 200);
    }

    @Test
    void neither_http_2_nor_websockets_are_spoken() throws IOException {
        String upgrade = "GET / HTTP/1.1\r\nHost: test\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: %s\r\n"
                + "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\n\r\n";
        for (String protocol : List.of("h2c", "websocket")) {
            String answer = from(ATTACKER).send(upgrade.formatted(protocol)).answer();
            assertFalse(answer.startsWith("HTTP/1.1 101"), answer);
            assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
            assertTrue(answer.startsWith("HTTP/1.1"), answer);
        }
        String prior = from(ATTACKER).send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").untilClosed();
        assertFalse(prior.startsWith("HTTP/1.1 2"), prior);
    }

    @Test
    void a_form_with_thousands_of_fields_is_refused() throws IOException {
        String form = "a=1&".repeat(1_000);
        String answer =
                from(ATTACKER).send(post("/login", form.length()) + form).answer();
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    }

    @Test
    void slow_clients_on_all_connections_of_an_address_harm_no_other_client() throws IOException {
        for (int i = 0; i < 40; i++) {
            from(ATTACKER).send(post("/login", 4_000) + "name=" + "a".repeat(1_000));
        }
        Caller other = Caller.as("service", server);
        for (int i = 0; i < 20; i++) {
            assertEquals(200, other.get("/api/ads").statusCode());
        }
    }

    private RawConnection from(String address) throws IOException {
        RawConnection connection = new RawConnection(server, address);
        open.add(connection);
        return connection;
    }

    private static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + length + "\r\n\r\n";
    }

    private static String chunked(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
    }
}
