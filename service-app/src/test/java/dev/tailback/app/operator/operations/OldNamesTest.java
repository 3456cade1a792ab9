package dev.tailback.app.operator.operations;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that were renamed are accepted, and answered with, for one version more. */
class OldNamesTest {

    private Line line;

    @BeforeEach
    void start() {
        line = Line.withoutSalesforce();
    }

    @AfterEach
    void end() {
        line.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "why"})
    void a_pause_takes_its_reason_by_the_new_and_by_the_old_name(String name) {
        Answer paused = post("/api/sync/pause", "{\"" + name + "\":\"Night\"}");
        assertEquals(200, paused.status(), paused.body()::toPrettyString);
        assertEquals("Night", paused.body().path("reason").asText());
        assertEquals("Night", paused.body().path("why").asText());
        JsonNode shown = line.as("operator").get("/api/sync").body().path("pause");
        assertEquals("Night", shown.path("reason").asText());
        assertEquals("Night", shown.path("why").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "why"})
    void a_retry_takes_its_reason_by_the_new_and_by_the_old_name(String name) {
        Answer retried = post("/api/sync/parked/retry", "{\"dryRun\":true,\"" + name + "\":\"Reopened\"}");
        assertEquals(200, retried.status(), retried.body()::toPrettyString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sync/pause", "/api/sync/parked/retry", "/api/sync/reconcile"})
    void a_request_that_gives_both_names_is_refused(String path) {
        Answer both = post(path, "{\"reason\":\"Night\",\"why\":\"Day\"}");
        assertEquals(400, both.status(), both.body()::toPrettyString);
        assertTrue(both.body().toString().contains("is the old name of reason"), both.body()::toPrettyString);
    }

    @Test
    void a_missing_reason_is_asked_for_by_its_new_name() {
        Answer missing = post("/api/sync/pause", "{}");
        assertEquals(400, missing.status());
        assertEquals(
                "reason", missing.body().path("errors").path(0).path("field").asText());
    }

    @Test
    void operations_are_listed_by_the_new_and_by_the_old_name() {
        post("/api/sync/pause", "{\"reason\":\"Night\"}");
        JsonNode page = line.as("operator").get("/api/operations").body();
        assertEquals(1, page.path("operations").size(), page::toPrettyString);
        assertEquals(page.path("operations"), page.path("acts"));
        JsonNode operation = page.path("operations").path(0);
        assertEquals("Night", operation.path("reason").asText());
        assertEquals("Night", operation.path("why").asText());
    }

    @Test
    void a_line_of_the_history_has_its_reason_by_the_new_and_by_the_old_name() {
        Answer created = line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
        String body = ad("Spring", Ids.contract(), Ids.product(), 2).replaceFirst("\\{", "{\"reason\":\"Counted\",");
        JsonNode corrected = line.staff().correct(created, body).body();
        JsonNode last = corrected.path("entries").path(0).path("history").path(1);
        assertEquals("Counted", last.path("reason").asText(), corrected::toPrettyString);
        assertEquals("Counted", last.path("why").asText());
    }

    private Answer post(String path, String body) {
        return line.as("operator").send("POST", path, body, Map.of());
    }
}
