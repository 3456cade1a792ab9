package dev.tailback.app.operator.parked;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryParkedTest {

    private final String contract = Ids.contract();
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
    void parked_entries_are_grouped_by_cause_with_an_example_and_advice() {
        Answer oldest = park("USAGE_LOCKED", contract);
        park("USAGE_LOCKED", Ids.contract());
        park("NOT_ENOUGH_UNITS", Ids.contract());
        JsonNode group = line.staff().get("/api/sync").body().path("parked").path(0);
        assertEquals("USAGE_LOCKED", group.path("code").asText());
        assertEquals(2, group.path("count").asInt());
        assertEquals("Salesforce refused: USAGE_LOCKED", group.path("example").asText());
        assertTrue(group.path("advice").asText().contains("finance"));
        assertEquals(
                oldest.entry(0).path("createdAt").asText(),
                group.path("oldestSince").asText());
    }

    @Test
    void a_dry_run_only_counts() {
        for (int i = 0; i < 3; i++) {
            park("USAGE_LOCKED", contract);
        }
        JsonNode counted = retry("{\"code\":\"USAGE_LOCKED\",\"limit\":2,\"dryRun\":true}");
        assertTrue(counted.path("dryRun").asBoolean());
        assertEquals(3, counted.path("matching").asInt());
        assertEquals(2, counted.path("retried").asInt());
        assertEquals(1, counted.path("remaining").asInt());
        assertEquals(3, parked());
        assertEquals(0, operations().size());
    }

    @Test
    void one_cause_is_retried_up_to_the_limit_the_oldest_first() {
        Answer first = park("USAGE_LOCKED", contract);
        Answer second = park("USAGE_LOCKED", contract);
        Answer third = park("USAGE_LOCKED", contract);
        Answer other = park("NOT_ENOUGH_UNITS", contract);
        JsonNode retried = retry("{\"code\":\"USAGE_LOCKED\",\"limit\":2,\"reason\":\"Reopened by finance\"}");
        assertEquals(3, retried.path("matching").asInt());
        assertEquals(2, retried.path("retried").asInt());
        assertEquals(1, retried.path("remaining").asInt());
        assertEquals("Waiting", line.staff().read(first).state(0));
        assertEquals("Waiting", line.staff().read(second).state(0));
        assertEquals("Rejected", line.staff().read(third).state(0));
        assertEquals("Rejected", line.staff().read(other).state(0));
        line.reportAll();
        assertEquals("Reported", line.staff().read(first).state(0));
    }

    @Test
    void one_contract_is_retried_alone_under_either_spelling_of_its_id() {
        Answer ours = park("USAGE_LOCKED", contract);
        Answer other = park("USAGE_LOCKED", Ids.contract());
        JsonNode retried = retry("{\"reason\":\"Mended\",\"contractId\":\"" + contract.substring(0, 15) + "\"}");
        assertEquals(1, retried.path("retried").asInt());
        assertEquals("Waiting", line.staff().read(ours).state(0));
        assertEquals("Rejected", line.staff().read(other).state(0));
    }

    @Test
    void every_retry_is_recorded_with_who_why_and_how_many() {
        park("USAGE_LOCKED", contract);
        park("USAGE_LOCKED", contract);
        Answer one = park("NOT_ENOUGH_UNITS", contract);
        retry("{\"code\":\"USAGE_LOCKED\",\"contractId\":\"" + contract + "\",\"reason\":\"Reopened\"}");
        line.staff().post("/api/usage/" + one.entryId(0) + "/retry?reason=Sold%20more");
        JsonNode single = operations().path(0);
        assertEquals("RETRIED", single.path("what").asText());
        assertEquals("service", single.path("who").asText());
        assertEquals("Sold more", single.path("reason").asText());
        assertEquals(one.entryId(0), single.path("entryId").asText());
        JsonNode many = operations().path(1);
        assertEquals("operator", many.path("who").asText());
        assertEquals("Reopened", many.path("reason").asText());
        assertEquals(2, many.path("entries").asInt());
        assertEquals("USAGE_LOCKED", many.path("code").asText());
        assertEquals(contract, many.path("contractId").asText());
        assertTrue(many.path("entryId").isNull());
    }

    @Test
    void what_salesforce_must_be_asked_about_is_left_and_named_while_it_cannot_tell_and_stops_no_other() {
        Answer stale = park("USAGE_STALE", contract);
        Answer locked = park("USAGE_LOCKED", contract);
        JsonNode retried = retry("{\"reason\":\"Mended\"}");
        assertEquals(2, retried.path("matching").asInt());
        assertEquals(1, retried.path("retried").asInt());
        assertEquals(1, retried.path("remaining").asInt());
        assertEquals(1, retried.path("left").size());
        JsonNode left = retried.path("left").path(0);
        assertEquals(stale.entryId(0), left.path("entryId").asText());
        assertEquals(contract, left.path("contractId").asText());
        assertEquals("salesforce_unavailable", left.path("code").asText());
        assertTrue(left.path("reason").asText().contains("USAGE_STALE"));
        assertEquals("Waiting", line.staff().read(locked).state(0));
        assertEquals("Rejected", line.staff().read(stale).state(0));
    }

    @Test
    void what_is_left_does_not_use_up_the_limit() {
        park("USAGE_STALE", contract);
        park("USAGE_VERSION_REUSED", contract);
        Answer locked = park("USAGE_LOCKED", contract);
        JsonNode retried = retry("{\"limit\":1,\"reason\":\"Mended\"}");
        assertEquals(1, retried.path("retried").asInt());
        assertEquals("Waiting", line.staff().read(locked).state(0));
        JsonNode none = retry("{\"limit\":1,\"reason\":\"Mended\"}");
        assertEquals(0, none.path("retried").asInt());
        assertEquals(2, none.path("remaining").asInt());
        assertEquals(1, none.path("left").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limit\":0}",
                "{\"limit\":1001}",
                "{\"limit\":\"many\"}",
                "{\"limit\":1.5}",
                "{\"contractID\":\"800000000000001AAA\"}",
                "{\"contractId\":\"nonsense\"}",
                "{\"code\":7}",
                "{\"contractId\":\"0123456789012345678901\"}",
                "{\"dryRun\":\"perhaps\"}",
                "{\"dryRun\":true,\"since\":\"yesterday\"}",
                "{\"dryRun\":true,\"since\":\"2026-11-29\",\"until\":\"2026-11-28\"}",
                "{\"dryRun\":true,\"since\":\"+999999999-12-31T00:00:00Z\"}",
                "[]",
                ""
            })
    void bad_input_is_refused_with_a_reason(String body) {
        park("USAGE_LOCKED", contract);
        Answer answer = post(body);
        assertEquals(400, answer.status(), answer.body()::toString);
        assertEquals("application/problem+json", answer.contentType());
        assertFalse(answer.body().path("detail").asText().isEmpty());
        assertEquals(1, parked());
    }

    @Test
    void a_retry_without_a_reason_is_refused_and_changes_nothing() {
        Answer parked = park("USAGE_LOCKED", contract);
        for (String body : new String[] {"{}", "{\"code\":\"USAGE_LOCKED\",\"reason\":\" \"}"}) {
            Answer refused = post(body);
            assertEquals(400, refused.status(), refused.body()::toString);
            assertEquals("invalid", refused.body().path("code").asText());
            assertTrue(
                    refused.body().path("detail").asText().contains("reason must be a text"), refused.body()::toString);
        }
        assertEquals("Rejected", line.staff().read(parked).state(0));
        assertEquals(0, operations().size());
    }

    @Test
    void an_operator_gives_a_reason_for_one_entry_too_and_staff_may() {
        for (String action : new String[] {"/retry", "/revert"}) {
            Answer parked = park("USAGE_LOCKED", contract);
            String path = "/api/usage/" + parked.entryId(0) + action;
            Answer refused = line.as("operator").post(path);
            assertEquals(400, refused.status(), refused.body()::toString);
            assertTrue(refused.body().path("detail").asText().contains("reason"), refused.body()::toString);
            assertEquals("Rejected", line.staff().read(parked).state(0));
        }
        Answer parked = park("USAGE_LOCKED", contract);
        String path = "/api/usage/" + parked.entryId(0) + "/retry";
        assertEquals(200, line.staff().post(path).status());
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        assertEquals(200, line.as("operator").post(path + "?reason=Reopened").status());
    }

    @Test
    void a_retry_says_where_its_outcome_can_be_watched() {
        park("USAGE_LOCKED", contract);
        park("USAGE_LOCKED", contract);
        JsonNode retried = retry("{\"code\":\"USAGE_LOCKED\",\"reason\":\"Reopened\"}");
        String watched = "/api/operations/" + retried.path("operation").asLong();
        JsonNode asked = line.as("operator").get(watched).body();
        assertFalse(asked.path("settled").asBoolean(), asked::toString);
        assertEquals(2, asked.path("now").path("states").path("Waiting").asInt(), asked::toString);
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        JsonNode refused = line.as("operator").get(watched).body();
        assertTrue(refused.path("settled").asBoolean(), refused::toString);
        assertEquals(2, refused.path("now").path("states").path("Rejected").asInt(), refused::toString);
        assertEquals("Reopened", refused.path("operation").path("reason").asText());
        assertEquals(404, line.as("operator").get("/api/operations/99").status());
    }

    @Test
    void exactly_the_filtered_set_is_retried_and_the_record_says_which() {
        Answer before = park("USAGE_LOCKED", contract);
        line.pass(Duration.ofHours(2));
        Answer here = park("USAGE_LOCKED", contract);
        Answer elsewhere = park("USAGE_LOCKED", Ids.contract());
        String reference = here.entry(0).path("adReference").asText();
        JsonNode one = retry("{\"text\":\"" + reference.toLowerCase(Locale.ROOT) + "\",\"reason\":\"Mended\"}");
        assertEquals(1, one.path("retried").asInt(), one::toString);
        assertEquals("Waiting", line.staff().read(here).state(0));
        JsonNode late = retry("{\"since\":\"1h\",\"reason\":\"Mended\"}");
        assertEquals(1, late.path("matching").asInt(), late::toString);
        assertEquals("Waiting", line.staff().read(elsewhere).state(0));
        assertEquals("Rejected", line.staff().read(before).state(0));
        assertTrue(operations().path(1).path("narrowed").asText().contains(reference.toLowerCase(Locale.ROOT)));
        assertTrue(operations().path(0).path("narrowed").asText().startsWith("since 20"), operations()::toString);
    }

    @Test
    void groups_are_counted_under_the_same_filter() {
        park("USAGE_LOCKED", contract);
        park("NOT_ENOUGH_UNITS", contract);
        park("NOT_ENOUGH_UNITS", Ids.contract());
        JsonNode all = line.as("operator").get("/api/sync/parked").body();
        assertEquals("NOT_ENOUGH_UNITS", all.path(0).path("code").asText(), all::toString);
        assertEquals(2, all.path(0).path("count").asInt());
        JsonNode some = line.as("operator")
                .get("/api/sync/parked?contractId=" + contract)
                .body();
        assertEquals(1, some.path(0).path("count").asInt(), some::toString);
        assertEquals(
                0, line.as("operator").get("/api/sync/parked?until=1h").body().size());
    }

    @Test
    void service_staff_retry_one_and_operators_many() {
        assertEquals(
                403,
                line.staff()
                        .send("POST", "/api/sync/parked/retry", "{}", Map.of())
                        .status());
        assertEquals(
                200,
                line.as("admin")
                        .send("POST", "/api/sync/parked/retry", "{\"reason\":\"Mended\"}", Map.of())
                        .status());
    }

    private Answer park(String code, String contractId) {
        Answer created = line.staff().create(ad("Spring", contractId, Ids.product(), 1));
        line.relay();
        line.worker().settle(record -> Worker.parked(record, code));
        line.outcomes();
        return created;
    }

    private Answer post(String body) {
        return line.as("operator").send("POST", "/api/sync/parked/retry", body, Map.of());
    }

    private JsonNode retry(String body) {
        Answer answer = post(body);
        assertEquals(200, answer.status(), answer.body()::toString);
        return answer.body();
    }

    private long parked() {
        return line.number("select count(*) from usage_entry where fate = 'PARKED'");
    }

    private JsonNode operations() {
        return line.as("operator").get("/api/operations").body().path("operations");
    }
}
