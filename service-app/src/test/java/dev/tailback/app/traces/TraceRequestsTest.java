package dev.tailback.app.traces;

import static dev.tailback.app.testing.Staff.ad;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import dev.tailback.testkit.OtlpReceiver;
import dev.tailback.testkit.OtlpReceiver.Received;
import dev.tailback.usage.UsageRecord;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service app's part of an entry's trace, from real requests to a real receiver. */
class TraceRequestsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final Duration LONG = Duration.ofMinutes(1);

    private static OtlpReceiver receiver;
    private static Line line;

    @BeforeAll
    static void start() {
        receiver = OtlpReceiver.start();
        line = Line.with(properties("parentbased_always_on"));
    }

    @AfterAll
    static void end() {
        line.close();
        receiver.close();
    }

    @Test
    void an_entry_is_followed_from_the_request_through_the_queue_to_its_outcome() {
        String trace = "11111111111111111111111111111111";
        Answer created = create(line, "00-" + trace + "-00f067aa0ba902b7-01");
        line.relay();
        List<UsageRecord> taken = line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();

        Received request = spanOf(trace, "POST /api/ads");
        Received written = spanOf(trace, "ledger write");
        Received offered = spanOf(trace, "queue offer");
        Received outcome = spanOf(trace, "outcome written");
        assertEquals("00f067aa0ba902b7", request.parent());
        assertEquals(request.span(), written.parent());
        assertEquals(written.span(), offered.parent());
        assertEquals(written.span(), outcome.parent());
        assertEquals(Optional.of("00-" + trace + "-" + written.span() + "-01"), traceOf(created, taken));
        assertEquals("201", request.attributes().get("http.response.status_code"));
        assertEquals(created.entryId(0), outcome.attributes().get("entry.id"));
        assertEquals("1", outcome.attributes().get("entry.version"));
        assertEquals("USAGE_LOCKED", outcome.attributes().get("code"));
        assertFalse(receiver.spans().toString().contains("Secret title"), "no title leaves");
    }

    @Test
    void the_trace_goes_on_after_redis_lost_everything() {
        Answer created = create(line, TRACEPARENT);
        line.relay();
        line.wipeRedis();
        line.relay();

        List<UsageRecord> taken = line.worker().acceptAll();

        assertTrue(traceOf(created, taken).orElseThrow().startsWith("00-" + TRACE), taken::toString);
    }

    @Test
    void a_version_that_no_trace_made_does_not_go_on_with_the_one_before() {
        Answer created = create(line, TRACEPARENT);
        line.staff()
                .send(
                        "PUT",
                        "/api/ads/" + created.id(),
                        ad("Secret title", created.body().path("contractId").asText(), product(created), 9),
                        Map.of(
                                "If-Match",
                                created.tag(),
                                "traceparent",
                                "00-22222222222222222222222222222222-00f067aa0ba902b7-00"));
        line.relay();

        assertEquals(Optional.empty(), traceOf(created, line.worker().acceptAll()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "'; drop table ad; --"})
    void a_hostile_traceparent_changes_no_answer_and_is_not_taken_over(String hostile) {
        Answer created = create(line, hostile);
        line.relay();

        String trace = traceOf(created, line.worker().acceptAll()).orElseThrow();

        assertTrue(trace.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]"), trace);
        assertFalse(trace.contains("00000000000000000000000000000000"), trace);
    }

    @Test
    void a_stranger_is_not_traced() {
        String strangers = "33333333333333333333333333333333";
        stranger().send("GET", "/login", null, "", "traceparent", "00-" + strangers + "-00f067aa0ba902b7-01");
        stranger().send("GET", "/api/ads", null, "", "traceparent", "00-" + strangers + "-00f067aa0ba902b7-01");
        String known = "44444444444444444444444444444444";
        line.staff().send("GET", "/api/ads", "", Map.of("traceparent", "00-" + known + "-00f067aa0ba902b7-01"));

        spanOf(known, "GET /api/ads");
        assertTrue(
                receiver.spans().stream().noneMatch(span -> span.trace().equals(strangers)),
                () -> receiver.spans().toString());
    }

    @Test
    void without_a_sample_a_record_carries_no_trace() {
        try (Line unsampled = Line.with(properties("always_off"))) {
            Answer created = create(unsampled, TRACEPARENT);
            unsampled.relay();

            assertEquals(Optional.empty(), traceOf(created, unsampled.worker().acceptAll()));
        }
    }

    private static String product(Answer created) {
        return created.entry(0).path("contractProductId").asText();
    }

    private static Caller stranger() {
        return Caller.anonymous(line.bean(EmbeddedServer.class));
    }

    private static Map<String, Object> properties(String sampler) {
        return new HashMap<>(
                Map.of("otel.exporter.otlp.endpoint", receiver.address().toString(), "otel.traces.sampler", sampler));
    }

    private static Answer create(Line at, String traceparent) {
        Answer created = at.staff()
                .send(
                        "POST",
                        "/api/ads",
                        ad("Secret title", Ids.contract(), Ids.product(), 2),
                        Map.of("traceparent", traceparent));
        assertEquals(201, created.status(), created.body()::toString);
        return created;
    }

    private static Optional<String> traceOf(Answer created, List<UsageRecord> taken) {
        List<UsageRecord> its = new ArrayList<>(taken);
        its.removeIf(record -> !record.entryId().toString().equals(created.entryId(0)));
        assertEquals(1, its.size(), taken::toString);
        return its.get(0).trace();
    }

    private static Received spanOf(String trace, String name) {
        await().atMost(LONG)
                .until(() -> receiver.spans().stream()
                        .anyMatch(span ->
                                span.trace().equals(trace) && span.name().equals(name)));
        return receiver.spans().stream()
                .filter(span -> span.trace().equals(trace) && span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
