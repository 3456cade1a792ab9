package dev.tailback.app.operator.reconciliation;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.Worker;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changes usage in Salesforce behind our back; comparing finds it, and repair mends what is ours. */
class ReconciliationTest {

    private Org org;
    private Line line;
    private String contract;
    private String small;
    private String gigantic;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address(), Map.of("reconciliation.page", "2"));
        JsonNode found = line.staff()
                .get("/api/contracts?customer=Magic")
                .body()
                .path("contracts")
                .path(0);
        contract = found.path("id").asText();
        found.path("products").forEach(product -> {
            if (product.path("product").asText().equals("Small")) {
                small = product.path("id").asText();
            } else {
                gigantic = product.path("id").asText();
            }
        });
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void two_equal_sides_show_no_difference() {
        for (int i = 0; i < 5; i++) {
            create(gigantic, 1);
        }
        report();
        JsonNode run = compare(false);
        assertEquals(0, run.path("differences").asInt(), run::toString);
        assertEquals(5, run.path("entries").asInt());
        assertEquals(5, run.path("held").asInt());
        assertEquals("done", run.path("state").asText());
    }

    @Test
    void deleted_usage_is_missing_and_is_sent_again() {
        Answer kept = create(small, 1);
        Answer lost = create(gigantic, 2);
        report();
        org.delete(id(lost));
        JsonNode one = theOnly("missing", compare(false));
        assertEquals(lost.entryId(0), one.path("entryId").asText());
        assertEquals(contract, one.path("contractId").asText());
        assertEquals(2, one.path("here").path("units").asInt());
        assertTrue(one.path("there").isNull());
        assertFalse(one.path("repaired").asBoolean());
        assertFalse(one.path("whatNow").asText().isEmpty());
        assertTrue(theOnly("missing", compare(true)).path("repaired").asBoolean());
        report();
        assertEquals(2, org.usage(id(lost)).path("Units__c").asInt());
        assertEquals(2, org.usage(id(lost)).path("Version__c").asInt());
        assertClean();
        assertEquals(1, org.usage(id(kept)).path("Version__c").asInt());
    }

    @Test
    void the_same_version_with_other_units_is_tampered_and_is_overwritten_above_it() {
        Answer created = create(gigantic, 2);
        report();
        org.delete(id(created));
        org.put(id(created), gigantic, 1, 1, "AD-1");
        JsonNode one = theOnly("tampered", compare(true));
        assertEquals(2, one.path("here").path("units").asInt());
        assertEquals(1, one.path("there").path("units").asInt());
        report();
        assertEquals(2, org.usage(id(created)).path("Units__c").asInt());
        assertClean();
    }

    @Test
    void usage_moved_to_another_product_is_tampered_and_what_salesforce_refuses_waits_for_a_person() {
        Answer created = create(gigantic, 2);
        report();
        org.delete(id(created));
        org.put(id(created), small, 1, 2, "AD-1");
        JsonNode one = theOnly("tampered", compare(true));
        assertEquals(gigantic, one.path("here").path("contractProductId").asText());
        assertEquals(small, one.path("there").path("contractProductId").asText());
        report();
        Answer read = line.staff().read(created);
        assertEquals("Rejected", read.state(0));
        assertEquals("USAGE_IDENTITY", read.entry(0).path("code").asText());
        one = theOnly("tampered", compare(true));
        assertFalse(one.path("repaired").asBoolean(), "a refused entry is for a person");
        assertTrue(one.path("whatNow").asText().contains("rejected"));
    }

    @Test
    void an_older_version_is_stale_and_is_sent_again() {
        Answer created = create(gigantic, 2);
        report();
        line.staff().correct(line.staff().read(created), ad("Spring", contract, gigantic, 3));
        report();
        org.delete(id(created));
        org.put(id(created), gigantic, 1, 2, "AD-1");
        JsonNode one = theOnly("stale", compare(true));
        assertEquals(2, one.path("here").path("version").asInt());
        assertEquals(1, one.path("there").path("version").asInt());
        report();
        assertEquals(3, org.usage(id(created)).path("Units__c").asInt());
        assertClean();
    }

    @Test
    void a_version_above_ours_is_newer_and_is_left_to_a_person() {
        Answer created = create(gigantic, 2);
        report();
        org.put(id(created), gigantic, 7, 4, "AD-1");
        JsonNode one = theOnly("newer", compare(true));
        assertFalse(one.path("repaired").asBoolean());
        assertEquals(7, one.path("there").path("version").asInt());
        line.staff().correct(line.staff().read(created), ad("Spring", contract, gigantic, 3));
        report();
        assertEquals(
                "USAGE_STALE", line.staff().read(created).entry(0).path("code").asText());
        line.staff().post("/api/usage/" + created.entryId(0) + "/retry");
        report();
        assertEquals(8, org.usage(id(created)).path("Version__c").asInt());
        assertEquals(3, org.usage(id(created)).path("Units__c").asInt());
        assertClean();
    }

    @Test
    void usage_without_an_entry_here_is_foreign_and_is_never_touched() {
        UUID foreign = UUID.randomUUID();
        org.put(foreign, gigantic, 1, 1, "AD-99");
        create(gigantic, 1);
        report();
        JsonNode one = theOnly("foreign", compare(true));
        assertEquals(foreign.toString(), one.path("entryId").asText());
        assertEquals("AD-99", one.path("there").path("adReference").asText());
        assertFalse(one.path("salesforceId").asText().isEmpty());
        assertTrue(one.path("here").isNull());
        assertEquals(1, org.usage(foreign).path("Version__c").asInt());
        assertEquals(1, compare(false).path("differences").asInt());
    }

    @Test
    void what_is_on_its_way_is_no_difference() {
        Answer sent = create(gigantic, 1);
        line.relay();
        line.worker().settle(org::send);
        create(gigantic, 1);
        assertEquals(0, compare(true).path("differences").asInt(), "sent, and its answer not home");
        line.outcomes();
        line.staff().correct(line.staff().read(sent), ad("Spring", contract, gigantic, 2));
        assertEquals(0, compare(true).path("differences").asInt(), "corrected here, and not sent");
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "SOME_RULE"));
        line.outcomes();
        assertEquals(0, compare(true).path("differences").asInt(), "refused there");
    }

    @Test
    void a_withdrawn_entry_that_got_through_unheard_is_cancelled_there() {
        Answer created = create(gigantic, 2);
        line.relay();
        line.worker().settle(record -> {
            org.send(record);
            return Worker.parked(record, "NO_ANSWER");
        });
        line.outcomes();
        line.staff().cancel(line.staff().read(created));
        assertEquals(
                2, theOnly("stale", compare(true)).path("there").path("units").asInt());
        report();
        assertTrue(org.usage(id(created)).path("Cancelled__c").asBoolean());
        assertClean();
    }

    @Test
    void usage_that_hangs_on_another_contract_is_tampered_and_nothing_we_send_can_mend_it() throws Exception {
        Answer created = create(gigantic, 2);
        report();
        String other = otherContract();
        try (var connection = line.connect();
                var statement = connection.prepareStatement("update usage_entry set contract_id = ? where id = ?")) {
            statement.setString(1, other);
            statement.setObject(2, id(created));
            statement.executeUpdate();
        }
        JsonNode one = theOnly("tampered", compare(true));
        assertEquals(other, one.path("here").path("contractId").asText());
        assertEquals(contract, one.path("there").path("contractId").asText());
        assertFalse(one.path("repaired").asBoolean());
        assertTrue(one.path("whatNow").asText().contains("another contract"));
        for (String either : new String[] {contract, other}) {
            Answer run = reconcile("{\"contractId\":\"" + either + "\"}");
            theOnly("tampered", run.body());
        }
    }

    @Test
    void a_version_that_was_sent_and_never_answered_is_taken_over_in_a_scheduled_run() {
        Answer created = create(gigantic, 1);
        report();
        line.staff().correct(line.staff().read(created), ad("Spring", contract, gigantic, 2));
        line.relay();
        line.worker().settle(record -> {
            org.send(record);
            return Worker.parked(record, "NO_ANSWER");
        });
        line.wipeRedis();
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "NO_ANSWER"));
        line.outcomes();
        assertEquals("Rejected", line.staff().read(created).state(0));
        line.pass(Duration.ofMinutes(2));
        assertTrue(line.bean(ScheduledReconciliation.class).round());
        JsonNode last = line.as("operator").get("/api/sync/reconcile").body();
        assertTrue(theOnly("newer", last).path("repaired").asBoolean(), last::toPrettyString);
        Answer taken = line.staff().read(created);
        assertEquals("Reported", taken.state(0));
        assertEquals(2, taken.entry(0).path("reportedUnits").asInt());
        assertClean();
    }

    @Test
    void a_number_we_minted_with_another_content_is_not_ours() {
        Answer created = create(gigantic, 1);
        report();
        line.staff().correct(line.staff().read(created), ad("Spring", contract, gigantic, 2));
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "SOME_RULE"));
        line.outcomes();
        org.put(id(created), gigantic, 2, 5, "AD-1");
        assertFalse(theOnly("newer", compare(true)).path("repaired").asBoolean());
        assertEquals("Rejected", line.staff().read(created).state(0));
    }

    private String otherContract() {
        return line.staff()
                .get("/api/contracts?number=00000101")
                .body()
                .path("contracts")
                .path(0)
                .path("id")
                .asText();
    }

    @Test
    void one_contract_can_be_compared_alone() {
        Answer created = create(gigantic, 1);
        report();
        org.delete(id(created));
        String other = otherContract();
        assertEquals(
                0,
                reconcile("{\"contractId\":\"" + other + "\"}")
                        .body()
                        .path("differences")
                        .asInt());
        assertEquals(
                1,
                reconcile("{\"contractId\":\"" + contract + "\"}")
                        .body()
                        .path("differences")
                        .asInt());
        assertTrue(sync().path("reconciliation").path("lastSuccess").isNull(), "only whole ones stand in the overview");
    }

    @Test
    void without_salesforce_it_says_so_and_keeps_the_last_result() {
        Answer created = create(gigantic, 1);
        report();
        org.delete(id(created));
        compare(false);
        org.fault("[{\"kind\":\"down\",\"seconds\":600}]");
        Answer refused = reconcile("{}");
        assertEquals(503, refused.status());
        assertEquals("salesforce_unavailable", refused.code());
        JsonNode status = sync().path("reconciliation");
        assertEquals(
                1, status.path("lastSuccess").path("counts").path("missing").asInt());
        assertEquals("failed", status.path("lastFailure").path("state").asText());
        org.heal();
        compare(false);
        assertTrue(sync().path("reconciliation").path("lastFailure").isNull());
        JsonNode last = line.as("operator").get("/api/sync/reconcile").body();
        assertEquals(
                created.entryId(0), theOnly("missing", last).path("entryId").asText());
    }

    @Test
    void a_scheduled_run_begins_when_it_is_due_and_only_in_one_service_app() {
        ScheduledReconciliation scheduled = line.bean(ScheduledReconciliation.class);
        line.pass(Duration.ofMinutes(2));
        try (var another = line.another()) {
            assertTrue(scheduled.round());
            assertFalse(another.getBean(ScheduledReconciliation.class).round());
        }
        assertEquals(
                "tailback",
                sync().path("reconciliation").path("lastSuccess").path("who").asText());
        line.pass(Duration.ofHours(5));
        assertFalse(scheduled.round());
        line.pass(Duration.ofHours(2));
        assertTrue(scheduled.round());
        org.fault("[{\"kind\":\"down\",\"seconds\":600}]");
        line.pass(Duration.ofHours(7));
        assertTrue(scheduled.round());
        assertFalse(scheduled.round());
        org.heal();
        line.pass(Duration.ofMinutes(16));
        assertTrue(scheduled.round(), "tried again soon after a failure");
    }

    @Test
    void after_a_repair_everything_is_compared_again_soon() {
        ScheduledReconciliation scheduled = line.bean(ScheduledReconciliation.class);
        Answer created = create(gigantic, 1);
        report();
        line.pass(Duration.ofMinutes(2));
        scheduled.round();
        org.delete(id(created));
        compare(true);
        report();
        assertEquals(
                1,
                sync().path("reconciliation")
                        .path("lastSuccess")
                        .path("differences")
                        .asInt());
        line.pass(Duration.ofMinutes(6));
        assertTrue(scheduled.round());
        assertEquals(
                0,
                sync().path("reconciliation")
                        .path("lastSuccess")
                        .path("differences")
                        .asInt());
    }

    @Test
    void a_second_one_at_the_same_time_is_refused_until_the_first_has_ended_or_died() {
        Reconcile reconcile = line.bean(Reconcile.class);
        reconcile.begin(ReconcileOrder.scheduled());
        Answer refused = reconcile("{}");
        assertEquals(409, refused.status());
        assertEquals("reconcile_running", refused.code());
        assertTrue(sync().path("reconciliation").path("running").asBoolean());
        line.pass(Duration.ofMinutes(6));
        assertEquals(200, reconcile("{}").status());
    }

    @Test
    void bad_input_is_refused_and_service_staff_may_not_ask() {
        Answer noId = reconcile("{\"contractId\":\"nonsense\"}");
        assertEquals(400, noId.status());
        assertEquals("invalid", noId.code());
        assertEquals("application/problem+json", noId.contentType());
        assertEquals(
                403,
                line.staff().send("POST", "/api/sync/reconcile", "{}", Map.of()).status());
        assertEquals(404, line.as("operator").get("/api/sync/reconcile/99").status());
    }

    @Test
    void a_repair_without_a_reason_is_refused_and_compares_nothing() {
        Answer refused = reconcile("{\"repair\":true}");
        assertEquals(400, refused.status(), refused.body()::toString);
        assertTrue(refused.body().path("detail").asText().contains("reason must be a text"), refused.body()::toString);
        assertEquals(404, line.as("operator").get("/api/sync/reconcile").status());
    }

    @Test
    void a_repair_says_how_the_repaired_entries_stand_until_salesforce_has_answered() {
        Answer created = create(gigantic, 2);
        report();
        org.delete(id(created));
        JsonNode run = compare(true);
        assertEquals(1, run.path("repaired").asInt(), run::toString);
        assertEquals(1, run.path("repairedNow").path("states").path("Waiting").asInt(), run::toString);
        report();
        JsonNode later = line.as("operator")
                .get("/api/sync/reconcile/" + run.path("id").asLong())
                .body();
        assertEquals(
                1, later.path("repairedNow").path("states").path("Reported").asInt(), later::toString);
        assertFalse(compare(false).path("repairedNow").isObject());
    }

    @Test
    void a_repair_is_recorded_as_an_act_and_in_the_history() {
        Answer created = create(gigantic, 1);
        report();
        org.delete(id(created));
        assertEquals(
                200, reconcile("{\"repair\":true,\"reason\":\"Night shift\"}").status());
        JsonNode action = line.as("operator")
                .get("/api/operations")
                .body()
                .path("operations")
                .path(0);
        assertEquals("REPAIRED", action.path("what").asText());
        assertEquals("operator", action.path("who").asText());
        assertEquals("Night shift", action.path("reason").asText());
        assertEquals(1, action.path("entries").asInt());
        JsonNode history =
                line.staff().get("/api/usage/" + created.entryId(0)).body().path("history");
        JsonNode repeated = history.path(history.size() - 1);
        assertEquals("REPEATED", repeated.path("what").asText());
        assertTrue(repeated.path("reason").asText().contains("missing"));
    }

    private Answer create(String product, int units) {
        return line.staff().create(ad("Spring", contract, product, units));
    }

    private void report() {
        line.relay();
        while (!line.worker().settle(org::send).isEmpty()) {}
        line.outcomes();
    }

    private Answer reconcile(String body) {
        return line.as("operator").send("POST", "/api/sync/reconcile", body, Map.of());
    }

    private JsonNode compare(boolean repair) {
        Answer answer = reconcile("{\"reason\":\"Test\",\"repair\":" + repair + "}");
        assertEquals(200, answer.status(), answer.body()::toString);
        return answer.body();
    }

    private static JsonNode theOnly(String kind, JsonNode run) {
        assertEquals(1, run.path("counts").path(kind).asInt(), run::toString);
        assertEquals(1, run.path("differences").asInt(), run::toString);
        assertEquals(kind, run.path("found").path(0).path("kind").asText());
        return run.path("found").path(0);
    }

    private void assertClean() {
        JsonNode run = compare(false);
        assertEquals(0, run.path("differences").asInt(), run::toString);
    }

    private JsonNode sync() {
        return line.staff().get("/api/sync").body();
    }

    private static UUID id(Answer ad) {
        return UUID.fromString(ad.entryId(0));
    }
}
