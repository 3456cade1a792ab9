package dev.tailback.app.metrics;

import static dev.tailback.app.testing.Staff.ad;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What monitoring reads, as Prometheus reads it. */
class OperatorMetricsTest {

    private Line line;

    @BeforeEach
    void start() {
        line = Line.with(Map.of("operator-metrics.running", "true", "operator-metrics.read-every", "100ms"));
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void what_waits_and_what_is_parked_is_told_with_its_cause() {
        create();
        line.reportAll();
        create();
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        create();
        line.relay();
        awaitFigure("tailback_waiting_entries", 1);
        awaitFigure("tailback_parked_entries{code=\"USAGE_LOCKED\"}", 1);
        awaitFigure("tailback_retrying_entries", 0);
        awaitKnown("tailback_oldest_waiting_age_seconds");
        awaitKnown("tailback_last_success_age_seconds");
        assertEquals(1, figure("tailback_outcomes_applied_total{kind=\"accepted\"}"));
        assertEquals(1, figure("tailback_outcomes_applied_total{kind=\"parked\"}"));
        assertEquals(1, figure("tailback_relay_offers_total{result=\"rebuilt\"}"));
        assertEquals(2, figure("tailback_relay_offers_total{result=\"added\"}"));
        awaitFigure("tailback_queue_waiting_records", 1);
        awaitFigure("tailback_queue_state{state=\"open\"}", 1);
        awaitFigure("tailback_queue_state{state=\"paused\"}", 0);
    }

    @Test
    void what_operators_hold_is_counted() {
        String contract = Ids.contract();
        line.staff().create(ad("Spring", contract, Ids.product(), 1));
        awaitFigure("tailback_holds", 0);
        String hold = "{\"contractId\":\"" + contract + "\",\"reason\":\"Finance asks\"}";
        line.as("operator").send("POST", "/api/sync/holds", hold, Map.of());
        awaitFigure("tailback_holds", 1);
    }

    @Test
    void a_cause_that_is_gone_is_told_no_more() {
        create();
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        awaitFigure("tailback_parked_entries{code=\"USAGE_LOCKED\"}", 1);
        line.as("operator").send("POST", "/api/sync/parked/retry", "{\"reason\":\"Mended\"}", Map.of());
        await().until(() -> !scrape().contains("tailback_parked_entries{"));
        awaitFigure("tailback_waiting_entries", 1);
    }

    @Test
    void a_pause_and_a_queue_that_is_away_are_told() {
        line.relay();
        line.as("operator").send("POST", "/api/sync/pause", "{\"reason\":\"Night\"}", Map.of());
        awaitFigure("tailback_paused", 1);
        awaitFigure("tailback_queue_state{state=\"paused\"}", 1);
        line.redis().kill();
        awaitFigure("tailback_queue_state{state=\"unavailable\"}", 1);
        awaitFigure("tailback_queue_waiting_records", Double.NaN);
        awaitFigure("tailback_waiting_entries", 0);
    }

    @Test
    void before_the_first_comparison_nothing_is_claimed_about_differences() {
        awaitFigure("tailback_reconcile_failed", 0);
        assertEquals(Double.NaN, figure("tailback_reconcile_differences{kind=\"missing\"}"));
        assertEquals(Double.NaN, figure("tailback_reconcile_last_success_age_seconds"));
        line.as("operator").send("POST", "/api/sync/reconcile", "{}", Map.of());
        awaitFigure("tailback_reconcile_failed", 1);
    }

    private void create() {
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
    }

    private void awaitFigure(String name, double value) {
        await().untilAsserted(() -> assertEquals(value, figure(name)));
    }

    private void awaitKnown(String name) {
        await().untilAsserted(() -> assertTrue(figure(name) >= 0, name));
    }

    private double figure(String name) {
        return scrape().lines()
                .filter(text -> text.startsWith(name + " "))
                .map(text -> Double.valueOf(text.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not there:\n"
                        + scrape().lines()
                                .filter(text -> text.contains("tailback"))
                                .toList()));
    }

    private String scrape() {
        HttpResponse<String> answer =
                Caller.as("operator", line.bean(EmbeddedServer.class)).get("/prometheus");
        assertEquals(200, answer.statusCode());
        return answer.body();
    }
}
