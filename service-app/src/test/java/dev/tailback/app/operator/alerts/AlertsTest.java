package dev.tailback.app.operator.alerts;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.ledger.MovableClock;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final String SECRET = "a secret of sixteen or more characters";

    private Receiver receiver;
    private Line line;

    @BeforeEach
    void start() throws IOException {
        receiver = Receiver.start();
        line = Line.with(Map.of(
                "tailback.alerts.webhook.url",
                receiver.url(),
                "tailback.alerts.webhook.secret",
                SECRET,
                "tailback.alerts.name",
                "Tailback of the test",
                "tailback.public-url",
                "https://tailback.example",
                // Here no worker ever reports; that is a test of its own.
                "tailback.alerts.outage-after",
                "300d"));
    }

    @AfterEach
    void end() {
        line.close();
        receiver.close();
    }

    @Test
    void parked_entries_are_told_once_and_so_is_their_end() {
        park();
        look();
        look();
        assertEquals(List.of("parked begun"), receiver.told());
        Receiver.Delivery told = receiver.deliveries().get(0);
        assertEquals(told.signatureWith(SECRET), told.headers().getFirst("Tailback-Signature"));
        assertNotEquals(told.signatureWith("another"), told.headers().getFirst("Tailback-Signature"));
        assertEquals("Tailback of the test", told.json().path("installation").asText());
        assertEquals(
                "https://tailback.example/console", told.json().path("link").asText());
        assertTrue(told.json().path("message").asText().contains("USAGE_LOCKED 1"), told::body);
        retryAll();
        look();
        look();
        assertEquals(List.of("parked begun", "parked ended"), receiver.told());
    }

    @Test
    void a_new_start_neither_repeats_nor_forgets() {
        park();
        look();
        try (ApplicationContext started = line.another()) {
            lookIn(started);
            assertEquals(List.of("parked begun"), receiver.told());
            retryAll();
            lookIn(started);
        }
        assertEquals(List.of("parked begun", "parked ended"), receiver.told());
    }

    @Test
    void of_several_service_apps_exactly_one_tells() {
        park();
        try (ApplicationContext other = line.another()) {
            for (int round = 0; round < 10; round++) {
                line.pass(Duration.ofMinutes(1));
                other.getBean(MovableClock.class).pass(Duration.ofMinutes(1));
                CompletableFuture<?>[] all = IntStream.range(0, 4)
                        .mapToObj(number -> number % 2 == 0
                                ? CompletableFuture.runAsync(this::lookNow)
                                : CompletableFuture.runAsync(() -> lookNowIn(other)))
                        .toArray(CompletableFuture<?>[]::new);
                CompletableFuture.allOf(all).join();
            }
        }
        assertEquals(List.of("parked begun"), receiver.told());
    }

    @Test
    void more_parked_entries_are_told_again_but_not_each_one() {
        park();
        look();
        park();
        look();
        assertEquals(List.of("parked begun"), receiver.told());
        line.pass(Duration.ofMinutes(16));
        park();
        look();
        line.pass(Duration.ofMinutes(16));
        look();
        assertEquals(List.of("parked begun", "parked grew"), receiver.told());
        assertTrue(receiver.deliveries().get(1).body().contains("3 entries are parked"));
    }

    @Test
    void a_receiver_that_does_not_take_it_is_asked_again_later_and_later_and_in_order() {
        receiver.answers(500);
        park();
        look();
        deliver();
        assertEquals(1, receiver.told().size(), "once, and then not before its pause is over");
        retryAll();
        receiver.answers(302);
        look();
        deliver();
        assertEquals(2, receiver.told().size(), "a redirection is not followed");
        line.pass(Duration.ofSeconds(21));
        receiver.answers(200);
        deliver();
        assertEquals(List.of("parked begun", "parked begun", "parked begun", "parked ended"), receiver.told());
        assertEquals(
                1,
                receiver.deliveries().stream()
                        .limit(3)
                        .map(one -> one.headers().getFirst("Tailback-Delivery"))
                        .distinct()
                        .count());
    }

    @Test
    void what_nobody_takes_for_a_day_is_given_up() {
        receiver.answers(500);
        park();
        look();
        line.pass(Duration.ofHours(25));
        deliver();
        line.pass(Duration.ofHours(1));
        deliver();
        assertEquals(2, receiver.told().size());
        assertEquals(1, line.number("select count(*) from alert_message where given_up_at is not null"));
        assertEquals(
                0,
                line.as("operator")
                        .get("/api/alerts")
                        .body()
                        .path("undelivered")
                        .asInt());
    }

    @Test
    void a_pause_that_lasts_and_an_entry_that_waits_for_too_long_are_told() {
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
        line.relay();
        line.as("operator").send("POST", "/api/sync/pause", "{\"reason\":\"Night\"}", Map.of());
        look();
        assertEquals(List.of(), receiver.told());
        line.pass(Duration.ofMinutes(31));
        look();
        assertEquals(List.of("waiting begun"), receiver.told());
        line.pass(Duration.ofMinutes(30));
        look();
        assertEquals(List.of("waiting begun", "paused begun"), receiver.told());
        assertTrue(receiver.deliveries().get(1).body().contains("Night"));
        line.as("operator").send("POST", "/api/sync/resume", "{\"reason\":\"Morning\"}", Map.of());
        line.reportAll();
        look();
        assertEquals(4, receiver.told().size(), () -> receiver.told().toString());
    }

    @Test
    void an_outage_is_told_only_when_it_lasts() {
        try (Line quick = Line.with(
                Map.of("tailback.alerts.webhook.url", receiver.url(), "tailback.alerts.webhook.secret", SECRET))) {
            quick.relay();
            quick.bean(LookForAlerts.class).round();
            quick.bean(DeliverAlerts.class).round();
            assertEquals(List.of(), receiver.told());
            quick.pass(Duration.ofMinutes(3));
            quick.bean(LookForAlerts.class).round();
            quick.bean(DeliverAlerts.class).round();
            assertEquals(List.of("outage begun"), receiver.told());
            assertTrue(receiver.deliveries().get(0).body().contains("No sync-worker"));
        }
    }

    @Test
    void the_rebuild_after_a_start_is_no_outage() {
        try (Line quick = Line.withoutSalesforce()) {
            Browser operator = quick.browser("operator");
            quick.bean(LookForAlerts.class).round();
            String starting = operator.open("/console").body();
            assertTrue(starting.contains("Sending begins in a moment"), starting);
            assertTrue(starting.contains("The queue is being rebuilt from the ledger."), starting);
            assertFalse(starting.contains("Nothing is sent to Salesforce"), starting);
            quick.relay();
            quick.pass(Duration.ofMinutes(3));
            quick.bean(LookForAlerts.class).round();
            String started = operator.open("/console").body();
            assertTrue(started.contains("Nothing is sent to Salesforce at the moment"), started);
            assertTrue(started.contains("<strong>Nothing is sent to Salesforce</strong>"), started);
        }
    }

    @Test
    void what_is_wrong_now_can_be_asked_for() {
        park();
        look();
        JsonNode now = line.as("finance").get("/api/alerts").body();
        JsonNode parked = now.path("alerts").path(1);
        assertEquals("parked", parked.path("kind").asText(), now::toString);
        assertTrue(parked.path("told").asBoolean(), now::toString);
        assertEquals("webhook", now.path("channels").path(0).asText(), now::toString);
        assertEquals(403, line.staff().get("/api/alerts").status());
    }

    @Test
    void a_hold_that_lasts_is_told_like_a_pause_and_what_it_holds_does_not_wait_too_long() {
        String contract = Ids.contract();
        line.staff().create(ad("Spring", contract, Ids.product(), 1));
        String hold = "{\"contractId\":\"" + contract + "\",\"reason\":\"Finance asks\"}";
        line.as("operator").send("POST", "/api/sync/holds", hold, Map.of());
        line.pass(Duration.ofMinutes(50));
        look();
        assertEquals(List.of(), receiver.told());
        line.pass(Duration.ofMinutes(20));
        look();
        assertEquals(List.of("paused begun"), receiver.told());
        Receiver.Delivery told = receiver.deliveries().get(0);
        assertTrue(told.body().contains("operator holds contract " + contract), told::body);
        line.as("operator").send("POST", "/api/sync/holds/release", hold, Map.of());
        line.reportAll();
        look();
        assertEquals(List.of("paused begun", "paused ended"), receiver.told());
    }

    private void look() {
        line.pass(Duration.ofMinutes(1));
        lookNow();
    }

    private void lookNow() {
        line.bean(LookForAlerts.class).round();
        deliver();
    }

    /** Another service app, whose clock is as far as ours ever gets. */
    private static void lookIn(ApplicationContext other) {
        other.getBean(MovableClock.class).pass(Duration.ofMinutes(10));
        lookNowIn(other);
    }

    private static void lookNowIn(ApplicationContext other) {
        other.getBean(LookForAlerts.class).round();
        other.getBean(DeliverAlerts.class).round();
    }

    private void deliver() {
        line.bean(DeliverAlerts.class).round();
    }

    private void park() {
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
    }

    private void retryAll() {
        line.as("operator").send("POST", "/api/sync/parked/retry", "{\"reason\":\"Mended\"}", Map.of());
        line.reportAll();
    }
}
