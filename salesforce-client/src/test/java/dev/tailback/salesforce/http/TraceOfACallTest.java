package dev.tailback.salesforce.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.tailback.program.Environment;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.tracing.TraceSettings;
import dev.tailback.tracing.Traces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a call tells the other side of its trace. */
class TraceOfACallTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String RECORD = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final List<List<String>> traceparents = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            traceparents.add(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void a_call_in_a_trace_names_it_and_any_other_call_does_not() throws Exception {
        try (Traces traces = traces("always_on")) {
            traces.batch("batch", List.of(RECORD), step -> call());
            call();
        }

        assertEquals(1, traceparents.get(0).size());
        assertTrue(traceparents.get(0).get(0).matches("00-" + TRACE + "-[0-9a-f]{16}-01"), traceparents::toString);
        assertTrue(!traceparents.get(0).get(0).equals(RECORD), "the call is a step of its own");
        assertEquals(List.of(), traceparents.get(1));
    }

    @Test
    void without_a_sample_no_header_is_sent() throws Exception {
        try (Traces traces = traces("always_off")) {
            traces.batch("batch", List.of(RECORD), step -> call());
        }

        assertEquals(List.of(List.of()), traceparents);
    }

    private OrgAnswer call() throws CallBroken {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/services/data");
        HttpClient http = HttpClient.newHttpClient();
        return new Exchange(http, new ConnectionProblem(configuration(address), Clock.systemUTC()))
                .send(HttpRequest.newBuilder(address).GET().build(), Duration.ofMinutes(1), 1_000);
    }

    private static SalesforceConfiguration configuration(URI address) {
        return SalesforceConfiguration.read(Environment.of(Map.of(
                        "SALESFORCE_LOGIN_URL", address.resolve("/").toString(),
                        "SALESFORCE_CLIENT_ID", "tailback",
                        "SALESFORCE_CLIENT_SECRET", "secret")))
                .orElseThrow();
    }

    private static Traces traces(String sampler) {
        // Nothing listens there: the calls must not care.
        return Traces.of(new TraceSettings(Map.of(
                "otel.exporter.otlp.endpoint", "http://127.0.0.1:1",
                "otel.service.name", "tests",
                "otel.traces.sampler", sampler)));
    }
}
