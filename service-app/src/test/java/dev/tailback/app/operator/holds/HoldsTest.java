package dev.tailback.app.operator.holds;

import static dev.tailback.app.testing.Staff.ad;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import dev.tailback.queue.Holds;
import dev.tailback.usage.UsageRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldsTest {

    private final String contract = Ids.contract();
    private final String other = Ids.contract();
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
    void a_contract_on_hold_waits_the_others_go_and_staff_see_who_holds_it_and_why() {
        String held = create(contract);
        create(other);
        assertEquals(201, hold("contractId", contract, "Finance asks").status());
        line.relay();
        assertEquals(List.of(other), contracts(line.worker().acceptAll()));
        line.outcomes();
        JsonNode entry = entry(held);
        assertEquals("Waiting", entry.path("state").asText());
        assertEquals("ON_HOLD", entry.path("code").asText());
        assertTrue(entry.path("reason").asText().endsWith("by operator: Finance asks"), entry::toString);
        assertEquals("operator", entry.path("hold").path("who").asText());
        String page = line.browser("service").open("/ads/" + held).body();
        assertTrue(page.contains("operator holds it back:") && page.contains("Finance asks"), page);
        String list = line.browser("service").open("/ads?query=Spring").body();
        assertTrue(list.contains("operator holds it back:"), list);
        assertEquals(200, release("contractId", contract).status());
        assertEquals(List.of(contract), contracts(line.worker().acceptAll()));
        line.outcomes();
        assertEquals("Reported", entry(held).path("state").asText());
        assertTrue(entry(held).path("hold").isNull());
    }

    @Test
    void what_was_refused_with_a_code_on_hold_is_not_sent_again_until_it_is_let_go() {
        String ad = create(contract);
        refuse();
        assertEquals(201, hold("code", "ROW_BUSY", "A batch job runs").status());
        line.pass(Duration.ofMinutes(10));
        line.relay();
        assertEquals(List.of(), line.worker().acceptAll());
        JsonNode entry = entry(ad);
        assertEquals("Retrying", entry.path("state").asText());
        assertEquals("ROW_BUSY", entry.path("code").asText());
        assertTrue(entry.path("whatNow").asText().contains("by operator: A batch job runs"), entry::toString);
        assertTrue(entry.path("nextAttemptAt").isNull());
        JsonNode holds = sync().path("holds");
        assertEquals("ROW_BUSY", holds.path(0).path("code").asText());
        assertEquals(1, holds.path(0).path("entries").asInt());
        release("code", "ROW_BUSY");
        assertEquals(1, line.worker().acceptAll().size());
    }

    @Test
    void a_correction_of_what_its_code_holds_goes() {
        String ad = create(contract);
        refuse();
        hold("code", "ROW_BUSY", "A batch job runs");
        Answer seen = line.staff().get("/api/ads/" + ad);
        String product = seen.entry(0).path("contractProductId").asText();
        assertEquals(
                200,
                line.staff().correct(seen, ad("Spring", contract, product, 2)).status());
        line.relay();
        assertEquals(1, line.worker().acceptAll().size());
    }

    @Test
    void holds_survive_a_wiped_redis_because_they_stand_before_the_queue_opens() {
        create(contract);
        refuse();
        hold("code", "ROW_BUSY", "A batch job runs");
        String second = Ids.contract();
        create(second);
        create(other);
        hold("contractId", second, "Finance asks");
        line.wipeRedis();
        line.pass(Duration.ofMinutes(10));
        line.relay();
        assertEquals(List.of(other), contracts(line.worker().acceptAll()));
        release("contractId", second);
        release("code", "ROW_BUSY");
        assertEquals(2, line.worker().acceptAll().size());
    }

    @Test
    void holds_survive_a_restart_of_the_service_app_and_a_flag_lost_in_redis() {
        create(contract);
        hold("contractId", contract, "Finance asks");
        line.relay();
        line.queue().operations().hold(Holds.NONE);
        try (var restarted = line.another()) {
            restarted.getBean(SyncHolds.class).apply();
        }
        assertEquals(List.of(), line.worker().acceptAll());
    }

    @Test
    void what_cannot_be_told_to_redis_now_is_told_later() {
        create(contract);
        line.redis().kill();
        assertEquals(201, hold("contractId", contract, "Redis is being moved").status());
        line.startRedis();
        line.relay();
        assertEquals(List.of(), line.worker().acceptAll());
    }

    @Test
    void the_running_relay_tells_redis_again_automatically() {
        try (Line running = Line.running(Line.NO_SALESFORCE)) {
            await().until(() -> running.queue().operations().status().open());
            running.staff().create(ad("Spring", contract, Ids.product(), 1));
            hold(running, "{\"contractId\":\"" + contract + "\",\"reason\":\"Night\"}");
            running.queue().operations().hold(Holds.NONE);
            await().until(() ->
                    running.worker().acceptAll().isEmpty() && running.number("select count(*) from hold") == 1);
        }
    }

    @Test
    void a_hold_ends_automatically_at_its_time_and_that_is_recorded() {
        create(contract);
        Answer answer =
                hold(line, "{\"contractId\":\"" + contract + "\",\"reason\":\"Finance asks\",\"until\":\"2h\"}");
        assertEquals(201, answer.status(), answer.body()::toString);
        assertFalse(answer.body().path("until").isNull());
        line.relay();
        line.pass(Duration.ofMinutes(119));
        line.bean(SyncHolds.class).apply();
        assertEquals(List.of(), line.worker().acceptAll());
        line.pass(Duration.ofMinutes(2));
        line.bean(SyncHolds.class).apply();
        assertEquals(1, line.worker().acceptAll().size());
        JsonNode last = line.as("admin")
                .get("/api/operations")
                .body()
                .path("operations")
                .path(0);
        assertEquals("RELEASED", last.path("what").asText());
        assertEquals("tailback", last.path("who").asText());
        assertEquals(contract, last.path("contractId").asText());
    }

    @Test
    void holding_what_is_held_changes_the_reason_and_each_act_is_recorded() {
        create(contract);
        hold("contractId", contract, "Finance asks");
        hold("contractId", contract, "Finance still asks");
        release("contractId", contract);
        assertEquals(404, release("contractId", contract).status());
        JsonNode operations = line.as("admin").get("/api/operations").body().path("operations");
        assertEquals("RELEASED", operations.path(0).path("what").asText());
        assertEquals("Finance still asks", operations.path(1).path("reason").asText());
        assertEquals(3, operations.size());
        assertEquals(
                2,
                line.as("admin")
                        .get("/api/operations?what=HELD")
                        .body()
                        .path("operations")
                        .size());
    }

    @Test
    void an_unknown_contract_and_an_unknown_code_are_refused() {
        Answer answer = hold("contractId", contract, "Finance asks");
        assertEquals(404, answer.status());
        assertEquals("not_found", answer.code());
        assertEquals(404, hold("code", "NO_SUCH_CODE", "A batch job runs").status());
        assertEquals("not_held", release("code", "ROW_BUSY").code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":\"Night\"}",
                "{\"contractId\":\"800000000000001AAA\"}",
                "{\"contractId\":\"800000000000001AAA\",\"reason\":\" \"}",
                "{\"contractId\":\"800000000000001AAA\",\"code\":\"ROW_BUSY\",\"reason\":\"Night\"}",
                "{\"contractId\":\"'; drop table hold\",\"reason\":\"Night\"}",
                "{\"code\":\"ROW_BUSY\",\"reason\":\"Night\",\"until\":\"yesterday\"}",
                "{\"code\":\"ROW_BUSY\",\"reason\":\"Night\",\"until\":\"2020-01-01\"}",
                "{\"code\":\"ROW_BUSY\",\"reason\":\"Night\",\"until\":\"9000d\"}",
                "{\"code\":[\"ROW_BUSY\"],\"reason\":\"Night\"}"
            })
    void a_hold_names_one_thing_a_reason_and_an_end_to_come(String body) {
        Answer answer = hold(line, body);
        assertEquals(400, answer.status(), answer.body()::toString);
        assertEquals("invalid", answer.code());
    }

    @Test
    void more_than_a_hundred_are_refused() {
        for (int i = 0; i < Holds.MOST; i++) {
            line.number(
                    "with one as (insert into hold (contract_id, begun_at, who, reason) values (?, now(), 'a', 'b')"
                            + " returning 1) select count(*) from one",
                    Ids.contract());
        }
        create(contract);
        Answer answer = hold("contractId", contract, "Finance asks");
        assertEquals(409, answer.status(), answer.body()::toString);
        assertEquals("too_many_holds", answer.code());
    }

    @Test
    void staff_may_neither_hold_nor_see_the_page_and_finance_only_reads() {
        create(contract);
        String body = "{\"contractId\":\"" + contract + "\",\"reason\":\"Night\"}";
        assertEquals(
                403,
                line.staff().send("POST", "/api/sync/holds", body, Map.of()).status());
        assertEquals(
                403,
                line.as("finance")
                        .send("POST", "/api/sync/holds", body, Map.of())
                        .status());
        assertEquals(200, line.as("finance").get("/api/sync/holds").status());
        assertEquals(403, line.browser("service").open("/console/holds").statusCode());
    }

    @Test
    void the_console_holds_and_lets_go_with_a_reason() {
        create(contract);
        Browser operator = line.browser("operator");
        String filtered =
                operator.open("/console/entries?contractId=" + contract).body();
        assertTrue(filtered.contains("/console/holds?contractId=" + contract), filtered);
        String form = operator.open("/console/holds?contractId=" + contract).body();
        assertTrue(form.contains("value=\"" + contract + "\""), form);
        var refused = operator.submit("/console/holds", "contractId", contract, "code", "", "until", "", "reason", " ");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("Say why"), refused.body());
        assertEquals(
                303,
                operator.submit(
                                "/console/holds",
                                "contractId",
                                contract,
                                "code",
                                "",
                                "until",
                                "1d",
                                "reason",
                                "Night & day")
                        .statusCode());
        String held = operator.open("/console/holds").body();
        assertTrue(held.contains("Night &amp; day") && held.contains("1 entry waits behind it"), held);
        assertTrue(operator.open("/console").body().contains("1 contract or cause is on hold"));
        assertEquals(
                303,
                operator.submit("/console/holds/release", "contractId", contract, "code", "", "reason", "Morning")
                        .statusCode());
        assertTrue(operator.open("/console/holds").body().contains("Nothing is on hold."));
        String done = operator.open("/console/operations").body();
        assertTrue(done.contains("Held back") && done.contains("Let go"), done);
    }

    /** Salesforce refuses what is ready for now, and the ledger learns it. */
    private void refuse() {
        line.relay();
        line.worker().settle(record -> Worker.later(record, Duration.ofMillis(1)));
        line.outcomes();
    }

    private String create(String contractId) {
        Answer answer = line.staff().create(ad("Spring", contractId, Ids.product(), 1));
        return answer.body().path("id").asText();
    }

    private JsonNode entry(String ad) {
        return line.staff().get("/api/ads/" + ad).body().path("entries").path(0);
    }

    private static List<String> contracts(List<UsageRecord> records) {
        return records.stream().map(UsageRecord::contractId).toList();
    }

    private Answer hold(String what, String which, String reason) {
        return hold(line, "{\"" + what + "\":\"" + which + "\",\"reason\":\"" + reason + "\"}");
    }

    private static Answer hold(Line line, String body) {
        return line.as("operator").send("POST", "/api/sync/holds", body, Map.of());
    }

    private Answer release(String what, String which) {
        String body = "{\"" + what + "\":\"" + which + "\",\"reason\":\"Done\"}";
        return line.as("operator").send("POST", "/api/sync/holds/release", body, Map.of());
    }

    private JsonNode sync() {
        return line.staff().get("/api/sync").body();
    }
}
