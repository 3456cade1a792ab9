package dev.tailback.verification.fleet;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.testkit.OtlpReceiver;
import dev.tailback.testkit.OtlpReceiver.Received;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged programs and a receiver of OpenTelemetry: one entry, one trace, from the request to the outcome. */
class TracesIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final Http http = new Http();
    private Optional<OwnedProcesses> processes = Optional.empty();

    @AfterEach
    void end() {
        processes.ifPresent(OwnedProcesses::close);
        receiver.close();
    }

    @Test
    void one_trace_leads_from_the_request_to_salesforce_and_back() throws Exception {
        URI app = start();
        JsonNode contract = call("GET", app.resolve("/api/contracts"), Http.NOTHING)
                .path("contracts")
                .path(0);

        JsonNode created = call("POST", app.resolve("/api/ads"), adOn(contract));

        Received request = span("service-app", "POST /api/ads");
        Received written = span("service-app", "ledger write");
        Received offered = span("service-app", "queue offer");
        Received batch = span("sync-worker", "usage batch");
        Received patch = span("sync-worker", "Salesforce PATCH");
        Received settled = span("sync-worker", "queue settle");
        Received sent = span("sync-worker", "usage sent");
        Received outcome = span("service-app", "outcome written");
        assertEquals("00f067aa0ba902b7", request.parent());
        assertEquals(request.span(), written.parent());
        List.of(offered, batch, sent, outcome)
                .forEach(step -> assertEquals(written.span(), step.parent(), step::toString));
        List.of(patch, settled).forEach(step -> assertEquals(batch.span(), step.parent(), step::toString));
        assertEquals("200", patch.attributes().get("http.response.status_code"));
        assertEquals("ACCEPTED", outcome.attributes().get("outcome.kind"));
        String entry = created.path("entries").path(0).path("id").asText();
        List.of(offered, sent, outcome)
                .forEach(step -> assertEquals(entry, step.attributes().get("entry.id")));
        assertLogged("service-app", "\"traceId\":\"" + TRACE + "\"", entry);
        assertLogged("sync-worker", " trace=" + TRACE + " ", entry);
    }

    private void assertLogged(String program, String trace, String entry) throws Exception {
        List<String> lines =
                Files.readAllLines(new DataDirectory(directory).logs().resolve(program + ".log"));
        assertTrue(
                lines.stream().anyMatch(line -> line.contains(trace) && line.contains(entry)),
                () -> String.join("\n", lines));
    }

    private URI start() {
        DataDirectory data = new DataDirectory(directory);
        data.create();
        OwnedProcesses owned = OwnedProcesses.in(data.processes());
        processes = Optional.of(owned);
        Blueprint blueprint = new Blueprint(HOME, data);
        ProgramPlan org = blueprint.localOrg(
                Ports.freePort(),
                "--source",
                blueprint.schema().toString(),
                "--seed",
                blueprint.seed().toString());
        TestDatabase database = TestServices.emptyDatabase();
        Map<String, String> environment = Blueprint.environment(org.ready().resolve("/"), TestServices.emptyRedis());
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.address().toString());
        Map<String, String> ofTheApp = new HashMap<>(environment);
        ofTheApp.putAll(Blueprint.ledger(database.jdbcUrl(), database.username(), database.password()));
        ofTheApp.put("TAILBACK_SESSION_SECRET", "0123456789abcdefghijklmnopqrstuvwxyz");
        ofTheApp.put("TAILBACK_LOG_FORMAT", "json");
        ProgramPlan app = blueprint.serviceApp("service-app", Ports.freePort(), ofTheApp);
        List<Program> all = List.of(
                new Program(owned, org).start(),
                new Program(owned, app).start(),
                new Program(owned, blueprint.syncWorker("sync-worker", Ports.freePort(), environment)).start());
        all.forEach(Program::awaitReady);
        return app.ready();
    }

    private JsonNode call(String method, URI uri, JsonNode body) {
        String basic = Base64.getEncoder().encodeToString("service:tailback".getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = Map.of("Authorization", "Basic " + basic, "traceparent", TRACEPARENT);
        Http.Answer answer = http.send(method, uri, headers, body).orElseThrow();
        assertTrue(answer.status() < 300, answer::toString);
        return answer.body();
    }

    private static ObjectNode adOn(JsonNode contract) {
        ObjectNode ad = Http.JSON
                .createObjectNode()
                .put("title", "Spring sale")
                .put("contractId", contract.path("id").asText());
        ad.putArray("products")
                .addObject()
                .put(
                        "contractProductId",
                        contract.path("products").path(0).path("id").asText())
                .put("units", 1);
        return ad;
    }

    private Received span(String service, String name) {
        await().atMost(LONG).until(() -> find(service, name).isPresent());
        return find(service, name).orElseThrow();
    }

    private Optional<Received> find(String service, String name) {
        return receiver.spans().stream()
                .filter(span -> span.trace().equals(TRACE))
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .findFirst();
    }
}
