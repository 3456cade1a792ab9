package dev.tailback.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the outside sees of a worker: whether it lives, and no more unless it may. */
class EntranceTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final byte[] LIVENESS = "GET /health/liveness HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII);
    private static final List<String> PROBES = List.of("/health", "/health/liveness", "/health/readiness");
    private static final Map<String, String> NOBODY_THERE = Map.of(
            "REDIS_URI", "redis://127.0.0.1:1",
            "SALESFORCE_LOGIN_URL", "http://127.0.0.1:1",
            "SALESFORCE_CLIENT_ID", "tailback",
            "SALESFORCE_CLIENT_SECRET", "secret");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void on_this_machine_only_figures_and_details_are_open() throws Exception {
        try (EmbeddedApplication<?> worker = Application.start(NOBODY_THERE, "--port", "0")) {
            assertTrue(get(worker, "/prometheus", "").body().contains("tailback_worker_outage"));
            assertTrue(get(worker, "/health", "").body().contains("syncWorker"));
        }
    }

    @Test
    void to_the_network_only_probes_are_open_without_a_token() throws Exception {
        try (EmbeddedApplication<?> worker = Application.start(NOBODY_THERE, "--port", "0", "--host", "0.0.0.0")) {
            for (String authorization : List.of("", "Bearer ", "Bearer " + TOKEN, "Basic YTpi")) {
                HttpResponse<String> refused = get(worker, "/prometheus", authorization);
                assertEquals(403, refused.statusCode(), refused.body());
                assertTrue(refused.body().contains("WORKER_METRICS_TOKEN"), refused.body());
                assertFalse(refused.body().contains("tailback_"), refused.body());
            }
            assertProbesSayNoMore(worker);
        }
    }

    @Test
    void the_host_may_come_from_the_environment() throws Exception {
        Map<String, String> environment = new HashMap<>(NOBODY_THERE);
        environment.put("MICRONAUT_SERVER_HOST", "0.0.0.0");
        try (EmbeddedApplication<?> worker = Application.start(environment, "--port", "0")) {
            assertEquals(403, get(worker, "/prometheus", "").statusCode());
        }
    }

    @Test
    void with_a_token_figures_and_details_are_for_those_who_send_it() throws Exception {
        Map<String, String> environment = new HashMap<>(NOBODY_THERE);
        environment.put("WORKER_METRICS_TOKEN", TOKEN);
        for (String host : List.of("127.0.0.1", "0.0.0.0")) {
            try (EmbeddedApplication<?> worker = Application.start(environment, "--port", "0", "--host", host)) {
                assertTrue(get(worker, "/prometheus", "Bearer " + TOKEN).body().contains("tailback_worker_outage"));
                assertTrue(get(worker, "/health", "bearer " + TOKEN).body().contains("syncWorker"));
                for (String wrong :
                        List.of("", "Bearer", "Bearer ", "Bearer " + TOKEN + "0", TOKEN, "Basic " + TOKEN)) {
                    HttpResponse<String> refused = get(worker, "/prometheus", wrong);
                    assertEquals(401, refused.statusCode(), refused.body());
                    assertFalse(refused.body().contains("tailback_"), refused.body());
                }
                for (String around : List.of("/prometheus/", "//prometheus", "/%70rometheus", "/nothing", "/routes")) {
                    String answer = get(worker, around, "").body();
                    assertFalse(answer.contains("tailback_"), answer);
                }
                assertProbesSayNoMore(worker);
            }
        }
    }

    @Test
    void connections_of_one_address_are_counted_and_others_are_served() throws Exception {
        Map<String, String> environment = new HashMap<>(NOBODY_THERE);
        environment.put("HTTP_MOST_CONNECTIONS_PER_ADDRESS", "3");
        try (EmbeddedApplication<?> worker = Application.start(environment, "--port", "0", "--host", "127.0.0.1")) {
            int port =
                    worker.getApplicationContext().getBean(EmbeddedServer.class).getPort();
            List<Socket> held = new ArrayList<>();
            try {
                for (int i = 0; i < 3; i++) {
                    held.add(new Socket("127.0.0.1", port));
                    held.get(i).getOutputStream().write(LIVENESS);
                    assertEquals(
                            "HTTP/1.1 200",
                            new String(held.get(i).getInputStream().readNBytes(12), US_ASCII));
                }
                held.add(new Socket("127.0.0.1", port));
                String refused = new String(held.get(3).getInputStream().readAllBytes(), US_ASCII);
                assertTrue(refused.startsWith("HTTP/1.1 503"), refused);
            } finally {
                for (Socket socket : held) {
                    socket.close();
                }
            }
        }
    }

    private void assertProbesSayNoMore(EmbeddedApplication<?> worker) throws Exception {
        for (String probe : PROBES) {
            HttpResponse<String> answer = get(worker, probe, "");
            assertEquals(200, answer.statusCode());
            assertEquals("{\"status\":\"UP\"}", answer.body());
        }
    }

    private HttpResponse<String> get(EmbeddedApplication<?> worker, String path, String authorization)
            throws IOException, InterruptedException {
        int port = worker.getApplicationContext().getBean(EmbeddedServer.class).getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
