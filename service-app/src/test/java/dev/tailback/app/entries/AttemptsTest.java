package dev.tailback.app.entries;

import static dev.tailback.app.testing.Staff.ad;
import static dev.tailback.app.testing.Worker.SENT_AT;
import static dev.tailback.app.testing.Worker.attempt;
import static dev.tailback.app.testing.Worker.unanswered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.Worker;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.usage.UsageRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each attempt of an entry: what was sent, what came back, when, how long it took and who sent it. */
class AttemptsTest {

    private static final String MORE = ",\"serviceDate\":\"2026-12-01\",\"customerReference\":\"PO \\\"4711\\\"\"}";
    private static final String REFUSAL = "{\"success\":false,\"errors\":[{\"statusCode\":"
            + "\"FIELD_CUSTOM_VALIDATION_EXCEPTION\",\"message\":\"<b>[USAGE_LOCKED]</b> no\",\"fields\":[]}]}";

    private static Line line;
    private final String contract = Ids.contract();
    private final String product = Ids.product();

    @BeforeAll
    static void start() {
        line = Line.with(Map.of("tailback.public-url", "https://ads.example"));
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @Test
    void what_was_sent_is_shown_letter_by_letter() {
        Answer created = create("Frühling", MORE);
        UsageRecord sent = accepted(true);
        JsonNode attempt = attempts(created).get(0);
        assertEquals(
                UsageWriter.json(Mapping.tailback(), Org.snapshot(sent)),
                attempt.path("sent").asText());
        assertTrue(attempt.path("sent").asText().contains("https://ads.example/ads/" + created.id()));
    }

    @Test
    void an_acceptance_says_when_it_was_sent_how_long_it_took_by_whom_and_what_was_answered() {
        Answer created = create("Spring", "}");
        UsageRecord sent = accepted(true);
        JsonNode attempt = attempts(created).get(0);
        assertEquals(SENT_AT.toString(), attempt.path("sentAt").asText());
        assertEquals(43, attempt.path("milliseconds").asLong());
        assertEquals(200, attempt.path("status").asInt());
        assertEquals("worker-7", attempt.path("worker").asText());
        String id = "a02" + sent.entryId().toString().substring(0, 8);
        assertEquals(
                "{\"id\":\"" + id + "\",\"success\":true,\"errors\":[],\"created\":true}",
                attempt.path("answer").asText());
    }

    @Test
    void what_a_version_said_is_shown_after_the_ad_was_called_otherwise() {
        Answer created = create("Spring", MORE);
        UsageRecord first = accepted(true);
        Answer renamed = line.staff().correct(line.staff().read(created), ad("Summer", contract, product, 2));
        assertEquals(200, renamed.status(), renamed.body()::toString);
        UsageRecord second = accepted(false);
        List<JsonNode> attempts = attempts(created);
        assertTrue(second.ad().orElseThrow().title().equals("Summer"));
        assertEquals(
                List.of(
                        UsageWriter.json(Mapping.tailback(), Org.snapshot(first)),
                        UsageWriter.json(Mapping.tailback(), Org.snapshot(second))),
                attempts.stream().map(attempt -> attempt.path("sent").asText()).toList());
        assertTrue(attempts.get(1).path("answer").asText().contains("\"created\":false"));
    }

    @Test
    void a_refusal_says_what_salesforce_answered_about_this_record() {
        Answer created = create("Spring", "}");
        line.relay();
        line.worker()
                .settle(record -> Worker.parked(record, "USAGE_LOCKED"), attempt(200, false, Optional.of(REFUSAL)));
        line.outcomes();
        assertEquals(REFUSAL, attempts(created).get(0).path("answer").asText());
        assertEquals("Rejected", line.staff().read(created).state(0));
    }

    @Test
    void an_attempt_without_an_answer_says_so() {
        Answer created = create("Spring", "}");
        line.relay();
        line.worker().settle(record -> Worker.later(record, Duration.ofSeconds(1)), unanswered());
        line.outcomes();
        JsonNode attempt = attempts(created).get(0);
        assertTrue(attempt.path("status").isNull());
        assertTrue(attempt.path("answer").isNull());
        assertEquals(60_000, attempt.path("milliseconds").asLong());
        Browser staff = line.browser("service");
        String page = staff.open("/ads/" + created.id()).body();
        assertTrue(page.contains("Attempt: no answer after 60,000 ms"), page);
    }

    @Test
    void an_answer_that_an_older_worker_told_counts_and_tells_no_attempt() {
        Answer created = create("Spring", "}");
        line.reportAll();
        assertEquals("Reported", line.staff().read(created).state(0));
        assertEquals(List.of(), attempts(created));
        JsonNode history = history(created);
        assertTrue(history.get(history.size() - 1).path("attempt").isNull());
    }

    @Test
    void what_a_version_said_before_it_was_kept_is_known_of_the_newest_version_only() {
        UUID id = UUID.randomUUID();
        Answer created = create("Spring", "}");
        String adId = created.id();
        line.number("""
                with entry as (
                    insert into usage_entry (id, ad_id, contract_id, contract_product_id, units, cancelled, version,
                        highest_version, reported_version, reported_units, reported_cancelled, fate, attempts,
                        offer_due_at, open_since, created_at, changed_at)
                    values (?, ?, ?, ?, 2, false, 2, 2, 0, 0, false, 'OPEN', 0, now() + interval '1 day', now(), now(),
                        now()) returning id),
                history as (
                    insert into usage_history (entry_id, at, who, what, version, units, cancelled, worker, sent_at,
                        milliseconds)
                    select id, now(), 'salesforce', 'RETRYING', version, 2, false, 'w', now(), 1
                    from entry, generate_series(1, 2) version returning id)
                select count(*) from history
                """, id, UUID.fromString(adId), contract, product);
        List<JsonNode> attempts = attemptsOf(id.toString());
        assertTrue(attempts.get(0).path("sent").isNull());
        assertTrue(attempts.get(1).path("sent").asText().contains("\"Spring\""), attempts.get(1)::toString);
        String page = line.browser("service").open("/ads/" + adId).body();
        assertTrue(page.contains("was not kept when it was made"), page);
    }

    @Test
    void the_page_of_the_ad_shows_each_attempt_closed_and_in_the_language_of_its_reader() {
        Answer created = create("Spring", MORE);
        line.relay();
        line.worker()
                .settle(record -> Worker.parked(record, "USAGE_LOCKED"), attempt(200, false, Optional.of(REFUSAL)));
        line.outcomes();
        String page = line.browser("service").open("/ads/" + created.id()).body();
        assertTrue(page.contains("<details class=\"codes attempt\""), page);
        assertFalse(page.contains("<details open"), page);
        assertTrue(page.contains("Attempt: HTTP 200 after 43 ms"), page);
        assertTrue(page.contains("worker-7"), page);
        assertTrue(page.contains("PO \\\"4711\\\""), page);
        assertTrue(page.contains("&lt;b&gt;[USAGE_LOCKED]&lt;/b&gt; no"), page);
        String german = line.browser("service")
                .speaking("de")
                .open("/ads/" + created.id())
                .body();
        assertTrue(german.contains("Versuch: HTTP 200 nach 43 ms"), german);
    }

    @Test
    void the_console_shows_the_attempts_of_an_entry() {
        Answer created = create("Spring", "}");
        accepted(true);
        String page = line.browser("operator")
                .open("/console/entries/" + created.entryId(0))
                .body();
        assertTrue(page.contains("Attempt: HTTP 200 after 43 ms"), page);
        assertTrue(page.contains("worker-7"), page);
    }

    private UsageRecord accepted(boolean created) {
        line.relay();
        List<UsageRecord> sent = line.worker().settle(Worker::accepted, attempt(200, created, Optional.empty()));
        line.outcomes();
        return sent.get(0);
    }

    /** With nothing else on its way. */
    private Answer create(String title, String more) {
        line.reportAll();
        String body = ad(title, contract, product, 2);
        return line.staff().create(body.substring(0, body.length() - 1) + more);
    }

    private static JsonNode history(Answer ad) {
        return line.staff().read(ad).entry(0).path("history");
    }

    private static List<JsonNode> attempts(Answer ad) {
        return attemptsOf(ad.entryId(0));
    }

    private static List<JsonNode> attemptsOf(String entryId) {
        JsonNode history = line.staff().get("/api/usage/" + entryId).body().path("history");
        return IntStream.range(0, history.size())
                .mapToObj(index -> history.get(index).path("attempt"))
                .filter(JsonNode::isObject)
                .toList();
    }
}
