package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.Client.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String TREE = "{'Code__c':'A','Orchard__r':{'Code__c':'HILL'},'Apples__c':1}";

    private LocalOrg org;
    private Client admin;
    private Client control;

    @BeforeEach
    void start() {
        org = Orchard.start();
        admin = Client.as("admin", org);
        control = Client.nobody(org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private void order(String faults) {
        assertEquals(200, control.call("PUT", "/local-org/faults", faults).status());
    }

    private int trees() {
        return admin.query("SELECT COUNT() FROM Tree__c")
                .body()
                .path("totalSize")
                .asInt();
    }

    @Test
    void down_ends_every_connection_without_an_answer_until_it_is_taken_back() {
        order("[{'kind':'down'}]");
        assertThrows(UncheckedIOException.class, () -> admin.get(API + "/limits"));
        assertThrows(UncheckedIOException.class, () -> control.form("/services/oauth2/token", "grant_type=x"));
        assertEquals(
                "down",
                control.get("/local-org/faults").body().path(0).path("kind").asText());
        assertEquals(204, control.delete("/local-org/faults").status());
        assertEquals(200, admin.get(API + "/limits").status());
    }

    @Test
    void a_drop_before_the_commit_saves_nothing() {
        order("[{'kind':'drop-before-commit','times':1}]");
        assertEquals(0, trees());
        assertThrows(UncheckedIOException.class, () -> admin.upsertTrees(TREE));
        assertEquals(0, trees());
        assertEquals(200, admin.upsertTrees(TREE).status());
    }

    @Test
    void a_drop_after_the_commit_saves_and_does_not_say_so() {
        order("[{'kind':'drop-after-commit','times':1}]");
        assertThrows(UncheckedIOException.class, () -> admin.upsertTrees(TREE));
        assertEquals(1, trees());
        Answer repeated = admin.upsertTrees(TREE);
        assertEquals("false", repeated.body().path(0).path("created").asText());
    }

    @Test
    void a_session_expires_once_and_a_new_login_works() {
        order("[{'kind':'session-expired','times':1}]");
        Answer answer = admin.get(API + "/limits");
        assertEquals(401, answer.status());
        assertEquals("INVALID_SESSION_ID", answer.code());
        assertEquals(401, admin.get(API + "/limits").status());
        assertEquals(200, Client.as("admin", org).get(API + "/limits").status());
    }

    @Test
    void answers_of_a_troubled_salesforce_look_like_its_own() {
        order("[{'kind':'error-500','times':1}]");
        assertEquals("UNKNOWN_EXCEPTION", admin.get(API + "/limits").code());
        order("[{'kind':'maintenance-503','times':1}]");
        Answer maintenance = admin.get(API + "/limits");
        assertEquals(503, maintenance.status());
        assertTrue(maintenance.raw().body().startsWith("<!DOCTYPE html>"));
        order("[{'kind':'edge-420','times':1}]");
        Answer edge = admin.get(API + "/limits");
        assertEquals(420, edge.status());
        assertEquals("", edge.raw().body());
        order("[{'kind':'quota-used-up','times':1}]");
        Answer quota = admin.get(API + "/limits");
        assertEquals(
                List.of(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."),
                List.of(quota.status(), quota.code(), quota.message()));
        order("[{'kind':'concurrency-limit','times':1}]");
        assertTrue(admin.get(API + "/limits").message().startsWith("ConcurrentRequests"));
        assertEquals(200, admin.get(API + "/limits").status());
    }

    @Test
    void a_limit_of_calls_at_one_time_refuses_only_what_is_beyond_it() {
        order("[{'kind':'concurrency-limit','atOnce':1},{'kind':'slow','latencyMs':10000,'times':1}]");
        Thread slow = new Thread(() -> admin.get(API + "/limits"));
        slow.setDaemon(true);
        slow.start();
        await().until(() -> control.get("/local-org/faults").body().size() == 1);
        assertTrue(admin.get(API + "/limits").message().startsWith("ConcurrentRequests"));
    }

    @Test
    void one_call_at_a_time_passes_a_limit_of_one() {
        order("[{'kind':'concurrency-limit','atOnce':1}]");
        assertEquals(200, admin.get(API + "/limits").status());
        assertEquals(200, admin.get(API + "/limits").status());
    }

    @Test
    void read_only_refuses_writes_and_answers_reads() {
        order("[{'kind':'read-only'}]");
        assertEquals(
                "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                admin.upsertTrees(TREE).code());
        assertEquals(0, trees());
    }

    @Test
    void slow_holds_every_answer_back() {
        order("[{'kind':'slow','latencyMs':200,'times':1}]");
        long start = System.nanoTime();
        admin.get(API + "/limits");
        assertTrue(System.nanoTime() - start >= Duration.ofMillis(200).toNanos());
    }

    @Test
    void a_busy_row_fails_what_belongs_to_it_and_nothing_else() {
        String hill =
                admin.first("SELECT Id FROM Orchard__c WHERE Code__c = 'HILL'").get(0);
        order("[{'kind':'row-busy','contractId':'" + hill.substring(0, 15) + "','times':1}]");
        Answer answer = admin.upsertTrees(TREE, "{'Code__c':'V','Orchard__r':{'Code__c':'VALE'}}");
        assertEquals(
                "UNABLE_TO_LOCK_ROW",
                answer.body().path(0).path("errors").path(0).path("statusCode").asText());
        assertTrue(answer.body().path(1).path("success").asBoolean());
        assertTrue(admin.upsertTrees(TREE).body().path(0).path("success").asBoolean());
        order("[{'kind':'row-busy','times':1}]");
        Answer single = admin.patch(API + "/sobjects/Orchard__c/" + hill, "{'Open__c':true}");
        assertEquals(500, single.status());
        assertEquals("UNABLE_TO_LOCK_ROW", single.code());
    }

    @Test
    void a_fault_with_seconds_ends_by_itself() {
        order("[{'kind':'error-500','seconds':0.05}]");
        await().until(() -> admin.get(API + "/limits").status() == 200);
    }

    @Test
    void what_cannot_be_ordered_is_told_and_changes_nothing() {
        order("[{'kind':'slow','latencyMs':1}]");
        for (String bad : List.of(
                "[{'kind':'flood'}]",
                "[{'kind':'down','times':0}]",
                "[{'kind':'down','seconds':'x'}]",
                "[{'kind':'down','contractId':'800Lo0000000001'}]",
                "[{'kind':'row-busy','contractId':'x'}]",
                "[{'kind':'down','often':1}]",
                "{'kind':'down'}",
                "[",
                "[1]",
                "")) {
            Answer answer = control.call("PUT", "/local-org/faults", bad);
            assertEquals(400, answer.status(), bad);
            assertTrue(answer.body().path("error").asText().length() > 10, bad);
        }
        assertTrue(control.call("PUT", "/local-org/faults", "[{'kind':'flood'}]")
                .body()
                .path("error")
                .asText()
                .contains("drop-after-commit"));
        assertEquals(
                "slow",
                control.get("/local-org/faults").body().path(0).path("kind").asText());
        assertEquals(404, control.get("/local-org/nothing").status());
    }

    @Test
    void calls_are_counted_and_a_reset_starts_over() {
        admin.upsertTrees(TREE, "{'Code__c':'B'}");
        var calls = control.get("/local-org/calls").body();
        assertEquals(1, calls.path("recordsUpserted").asInt());
        assertEquals(1, calls.path("recordsRefused").asInt());
        assertEquals(
                1,
                calls.path("byResource")
                        .path("PATCH /composite/sobjects/{object}/{field}")
                        .asInt());
        order("[{'kind':'quota-used-up'}]");
        assertEquals(204, control.post("/local-org/reset", "").status());
        assertEquals(0, trees());
        assertEquals(
                2,
                admin.query("SELECT COUNT() FROM Orchard__c")
                        .body()
                        .path("totalSize")
                        .asInt());
    }
}
