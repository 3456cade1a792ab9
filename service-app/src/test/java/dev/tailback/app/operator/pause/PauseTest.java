package dev.tailback.app.operator.pause;

import static dev.tailback.app.testing.Staff.ad;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PauseTest {

    private Line line;

    @BeforeEach
    void start() {
        line = Line.withoutSalesforce();
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void nothing_is_taken_while_it_is_paused_and_every_user_sees_who_paused_and_the_reason() {
        line.relay();
        create();
        assertEquals(200, pause("Maintenance tonight").status());
        line.relay();
        assertEquals(List.of(), line.worker().acceptAll());
        JsonNode sync = sync();
        assertTrue(sync.path("pause").path("paused").asBoolean());
        assertEquals("operator", sync.path("pause").path("who").asText());
        assertEquals("Maintenance tonight", sync.path("pause").path("reason").asText());
        assertFalse(sync.path("pause").path("at").asText().isEmpty());
        assertEquals(
                "Paused by operator: Maintenance tonight",
                sync.path("pausedBecause").path(0).asText());
        assertEquals(1, sync.path("pausedBecause").size());
        assertEquals(200, resume("Done").status());
        assertEquals(1, line.worker().acceptAll().size());
        assertFalse(sync().path("pause").path("paused").asBoolean());
    }

    @Test
    void a_pause_survives_a_wiped_redis_because_it_stands_before_the_queue_opens() {
        line.relay();
        create();
        pause("Maintenance tonight");
        line.wipeRedis();
        assertTrue(line.queue().operations().status().paused().isEmpty(), "Redis forgot it");
        line.relay();
        assertTrue(line.queue().operations().status().open());
        assertEquals(List.of(), line.worker().acceptAll());
        assertEquals("paused", sync().path("queue").path("state").asText());
    }

    @Test
    void a_pause_survives_a_restart_of_the_service_app_and_a_flag_lost_in_redis() {
        line.relay();
        create();
        pause("Maintenance tonight");
        line.queue().operations().resume();
        try (var restarted = line.another()) {
            restarted.getBean(SyncPause.class).apply();
            assertTrue(restarted.getBean(SyncPause.class).now().paused());
        }
        line.relay();
        assertEquals(List.of(), line.worker().acceptAll());
    }

    @Test
    void it_can_be_paused_and_resumed_without_redis() {
        line.relay();
        line.redis().kill();
        assertEquals(200, pause("Redis is being moved").status());
        assertTrue(sync().path("pause").path("paused").asBoolean());
        line.startRedis();
        line.relay();
        line.bean(SyncPause.class).apply();
        assertTrue(line.queue().operations().status().paused().isPresent());
        line.redis().kill();
        resume("Moved");
        line.startRedis();
        line.relay();
        line.bean(SyncPause.class).apply();
        assertTrue(line.queue().operations().status().paused().isEmpty());
    }

    @Test
    void the_running_relay_tells_redis_again_automatically() {
        try (Line running = Line.running(Line.NO_SALESFORCE)) {
            await().until(() -> running.queue().operations().status().open());
            running.as("operator").send("POST", "/api/sync/pause", "{\"reason\":\"Night\"}", Map.of());
            running.queue().operations().resume();
            await().until(() -> running.queue().operations().status().paused().isPresent());
            running.as("operator").send("POST", "/api/sync/resume", "{\"reason\":\"Day\"}", Map.of());
            running.queue().operations().pause("somebody at redis-cli");
            await().until(() -> running.queue().operations().status().paused().isEmpty());
        }
    }

    @Test
    void every_pause_and_resumption_is_recorded_for_good() {
        pause("Maintenance tonight");
        resume("Done");
        resume("Done twice");
        JsonNode operations = line.as("admin").get("/api/operations").body().path("operations");
        assertEquals(2, operations.size());
        assertEquals("RESUMED", operations.path(0).path("what").asText());
        assertEquals("Done", operations.path(0).path("reason").asText());
        assertEquals("PAUSED", operations.path(1).path("what").asText());
        assertEquals("operator", operations.path(1).path("who").asText());
        assertEquals(403, line.staff().get("/api/operations").status());
        refused("update operator_action set who = 'nobody'");
        refused("delete from operator_action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"\"}", "{\"reason\":\"  \"}", "{\"reason\":null}", ""})
    void a_pause_needs_a_reason(String body) {
        Answer answer = line.as("operator").send("POST", "/api/sync/pause", body, Map.of());
        assertEquals(400, answer.status(), answer.body()::toString);
        assertEquals("invalid", answer.code());
        assertFalse(sync().path("pause").path("paused").asBoolean());
    }

    @Test
    void service_staff_may_not_pause() {
        assertEquals(
                403,
                line.staff()
                        .send("POST", "/api/sync/pause", "{\"reason\":\"Night\"}", Map.of())
                        .status());
    }

    private void refused(String sql) {
        SQLException refusal = Assertions.assertThrows(SQLException.class, () -> {
            try (Connection connection = line.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
        assertTrue(refusal.getMessage().contains("append-only"));
    }

    private void create() {
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
    }

    private Answer pause(String reason) {
        return line.as("operator").send("POST", "/api/sync/pause", "{\"reason\":\"" + reason + "\"}", Map.of());
    }

    private Answer resume(String reason) {
        return line.as("operator").send("POST", "/api/sync/resume", "{\"reason\":\"" + reason + "\"}", Map.of());
    }

    private JsonNode sync() {
        return line.staff().get("/api/sync").body();
    }
}
