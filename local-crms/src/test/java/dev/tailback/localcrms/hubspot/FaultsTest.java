package dev.tailback.localcrms.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localcrms.hubspot.Caller.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be made to go wrong. */
class FaultsTest {
    private static final String COMPANIES = "/crm/objects/2026-09/companies";
    private static final String ACME = "{'properties':{'name':'Acme'}}";

    private LocalHubSpot crm;
    private Caller app;

    @BeforeEach
    void start() {
        crm = LocalHubSpot.start(LocalHubSpotOptions.standard().withSearchDelay(Duration.ZERO));
        app = Caller.of(crm);
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    private void order(String faults) {
        assertEquals(200, app.put("/local-crms/faults", "[" + faults + "]").status());
    }

    private int companies() {
        app.delete("/local-crms/faults");
        return app.get(COMPANIES).body().path("results").size();
    }

    @Test
    void down_ends_connections_without_an_answer() {
        order("{'kind':'down'}");
        assertThrows(UncheckedIOException.class, () -> app.get(COMPANIES));
        assertEquals(0, companies());
    }

    @Test
    void refused_closes_the_port_for_a_while() {
        order("{'kind':'refused','seconds':1}");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::isRefused);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !isRefused());
    }

    private boolean isRefused() {
        try {
            return app.get(COMPANIES).status() != 200;
        } catch (UncheckedIOException refused) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {423, 477, 500, 502, 503, 504, 524})
    void a_status_is_answered_as_often_as_ordered(int status) {
        order("{'kind':'status','status':" + status + ",'times':1,'retryAfter':2}");

        Answer broken = app.get(COMPANIES);

        assertEquals(status, broken.status());
        assertEquals("2", broken.raw().headers().firstValue("Retry-After").orElse(""));
        assertEquals(200, app.get(COMPANIES).status());
    }

    @Test
    void a_rate_limit_comes_with_and_without_a_time_to_wait() {
        order("{'kind':'rate-limit','times':1,'retryAfter':7},{'kind':'rate-limit','policy':'DAILY'}");

        Answer first = app.get(COMPANIES);
        Answer second = app.get(COMPANIES);

        assertEquals("7", first.raw().headers().firstValue("Retry-After").orElse(""));
        assertEquals("TEN_SECONDLY_ROLLING", first.body().path("policyName").asText());
        assertTrue(second.raw().headers().firstValue("Retry-After").isEmpty());
        assertEquals("DAILY", second.body().path("policyName").asText());
    }

    @Test
    void a_fault_can_be_meant_for_one_kind_of_call() {
        order("{'kind':'status','status':503,'on':'write'}");
        assertEquals(200, app.get(COMPANIES).status());
        assertEquals(503, app.post(COMPANIES, ACME).status());
    }

    @Test
    void a_lost_answer_leaves_the_write_done_or_not() {
        order("{'kind':'drop-before-commit','times':1}");
        assertThrows(UncheckedIOException.class, () -> app.post(COMPANIES, ACME));
        assertEquals(0, companies());
        order("{'kind':'drop-after-commit','times':1}");
        assertThrows(UncheckedIOException.class, () -> app.post(COMPANIES, ACME));
        assertEquals(1, companies());
    }

    @Test
    void a_part_of_a_batch_fails() {
        order("{'kind':'partial-batch','every':2}");

        Answer answer = app.post(
                COMPANIES + "/batch/create", "{'inputs':[" + ACME + "," + ACME + "," + ACME + "," + ACME + "]}");

        assertEquals(2, answer.body().path("results").size());
        assertEquals(2, answer.body().path("numErrors").asInt());
        assertEquals(2, companies());
    }

    @Test
    void nonsense_comes_with_status_200() {
        app.post(COMPANIES, ACME);
        order("{'kind':'html','times':1}");
        assertTrue(app.get(COMPANIES).raw().body().startsWith("<html>"));
        order("{'kind':'wrong-types','times':1}");
        assertTrue(app.get(COMPANIES).body().path("results").isTextual());
        order("{'kind':'foreign-ids','times':1}");
        assertEquals("999000000", app.get(COMPANIES).result(0).path("id").asText());
        order("{'kind':'huge-body','megabytes':3,'times':1}");
        assertEquals(3 * 1024 * 1024, app.get(COMPANIES).raw().body().length());
        order("{'kind':'truncated','times':1}");
        assertThrows(UncheckedIOException.class, () -> app.get(COMPANIES));
    }

    @Test
    void a_cursor_can_lead_in_a_circle() {
        app.post(COMPANIES, ACME);
        order("{'kind':'endless-paging','on':'read'}");

        Answer page = app.get(COMPANIES + "?after=1");

        assertEquals("1", page.body().path("paging").path("next").path("after").asText());
    }

    @Test
    void a_slow_call_is_answered_in_the_end() {
        order("{'kind':'slow','latencyMs':50}");
        long start = System.nanoTime();
        assertEquals(200, app.get(COMPANIES).status());
        assertTrue(System.nanoTime() - start >= Duration.ofMillis(50).toNanos());
    }

    @Test
    void a_wrong_clock_stamps_records_and_leaves_search_and_allowance_alone() {
        order("{'kind':'clock-skew','skewMs':-3600000}");

        Answer made = app.post(COMPANIES, ACME);

        assertTrue(made.value("hs_lastmodifieddate")
                        .compareTo(Instant.now().minusSeconds(3500).toString())
                < 0);
        assertEquals(
                1, app.post(COMPANIES + "/search", "{}").body().path("total").asInt());
        order("{'kind':'clock-skew','skewMs':3600000}");
        app.post(COMPANIES, ACME);
        assertEquals(
                2, app.post(COMPANIES + "/search", "{}").body().path("total").asInt());
    }

    @Test
    void faults_are_listed_until_they_are_over() {
        order("{'kind':'status','status':500,'times':2}");
        app.get(COMPANIES);
        assertEquals(
                1, app.get("/local-crms/faults").body().path(0).path("times").asInt());
        app.get(COMPANIES);
        assertTrue(app.get("/local-crms/faults").body().isEmpty());
        assertFalse(app.get(COMPANIES).body().path("results").isMissingNode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[7]",
                "[{'kind':'sunshine'}]",
                "[{'kind':'status'}]",
                "[{'kind':'status','status':200}]",
                "[{'kind':'down','times':0}]",
                "[{'kind':'down','latencyMs':5}]",
                "[{'kind':'slow','latencyMs':'long'}]",
                "[{'kind':'refused'}]",
                "[{'kind':'down','on':'sundays'}]",
                "[{'kind':'rate-limit','policy':'WEEKLY'}]",
                "[{'kind':'huge-body','megabytes':100000}]",
                "["
            })
    void an_impossible_fault_gets_one_sentence_and_changes_nothing(String faults) {
        order("{'kind':'status','status':503,'times':1}");

        Answer refused = app.put("/local-crms/faults", faults);

        assertEquals(400, refused.status());
        assertTrue(refused.body().path("error").asText().endsWith("."));
        assertEquals(503, app.get(COMPANIES).status());
    }

    @Test
    void switches_are_checked_shown_and_set_back() {
        assertEquals(400, app.put("/local-crms/switches", "{'merge-id':'none'}").status());
        assertEquals(400, app.put("/local-crms/switches", "{'nothing':'x'}").status());
        app.put("/local-crms/switches", "{'merge-id':'new'}");
        assertEquals(
                "new", app.get("/local-crms/switches").body().path("merge-id").asText());
        app.delete("/local-crms/switches");
        assertEquals(
                "primary",
                app.get("/local-crms/switches").body().path("merge-id").asText());
        assertEquals(404, app.get("/local-crms/weather").status());
    }
}
