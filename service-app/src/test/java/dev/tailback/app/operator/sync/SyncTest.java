package dev.tailback.app.operator.sync;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncTest {

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
    void it_counts_what_waits_retries_and_is_parked() {
        create();
        line.reportAll();
        create();
        line.relay();
        line.worker().settle(record -> Worker.later(record, Duration.ofMinutes(5)));
        create();
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        Answer waiting = create();
        line.relay();
        JsonNode sync = sync();
        assertEquals(1, sync.path("waiting").asLong());
        assertEquals(1, sync.path("retrying").asLong());
        assertEquals("USAGE_LOCKED", sync.path("parked").path(0).path("code").asText());
        assertEquals(1, sync.path("parked").path(0).path("count").asLong());
        assertFalse(sync.path("lastSuccess").isNull());
        assertTrue(Instant.parse(sync.path("oldestWaitingSince").asText())
                .isBefore(Instant.parse(waiting.body().path("createdAt").asText())));
        assertEquals("open", sync.path("queue").path("state").asText());
        assertEquals(1, sync.path("queue").path("waitingRecords").asLong());
        assertEquals(1, sync.path("queue").path("delayedRecords").asLong());
    }

    @Test
    void what_a_rejected_entry_holds_back_is_counted_as_it_is_shown() {
        String contract = Ids.contract();
        Answer created = line.staff().create(ad("Spring", contract, Ids.product(), 1));
        line.reportAll();
        line.staff().correct(created, ad("Spring", contract, Ids.product(), 1));
        assertEquals(2, sync().path("waiting").asLong());
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        JsonNode sync = sync();
        assertEquals(shown("Waiting"), sync.path("waiting").asLong());
        assertEquals(shown("Retrying"), sync.path("retrying").asLong());
        assertEquals(0, sync.path("waiting").asLong());
        assertTrue(sync.path("oldestWaitingSince").isNull(), sync::toPrettyString);
        JsonNode parked = sync.path("parked");
        assertEquals(2, parked.size(), parked::toPrettyString);
        assertEquals("REPLACED_REJECTED", parked.path(0).path("code").asText());
        assertEquals(1, parked.path(0).path("count").asLong());
        assertTrue(parked.path(0).path("advice").asText().contains("replaces"));
        assertEquals("USAGE_LOCKED", parked.path(1).path("code").asText());
        assertEquals(2, shown("Rejected"));
    }

    @Test
    void codes_that_follow_from_another_entry_are_found_as_they_are_shown() {
        String contract = Ids.contract();
        Answer created = line.staff().create(ad("Spring", contract, Ids.product(), 1));
        line.reportAll();
        line.staff().correct(created, ad("Spring", contract, Ids.product(), 1));
        String replacement = line.staff().read(created).entryId(1);
        assertEquals(replacement, theOnly("WAITS_FOR_REPLACED"));
        assertEquals(0, found("REPLACED_REJECTED").size());
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        assertEquals(replacement, theOnly("REPLACED_REJECTED"));
        assertEquals(0, found("WAITS_FOR_REPLACED").size());
        assertEquals(created.entryId(0), theOnly("USAGE_LOCKED"));
    }

    private String theOnly(String code) {
        JsonNode found = found(code);
        assertEquals(1, found.size(), found::toPrettyString);
        assertEquals(code, found.path(0).path("code").asText());
        return found.path(0).path("id").asText();
    }

    private JsonNode found(String code) {
        return line.staff().get("/api/usage?code=" + code).body().path("entries");
    }

    private int shown(String state) {
        return line.staff()
                .get("/api/usage?state=" + state)
                .body()
                .path("entries")
                .size();
    }

    @Test
    void while_workers_gather_it_says_how_often_they_send_together_and_until_when_calls_must_last() {
        assertTrue(sync().path("gathering").isNull());
        gathers("worker-1", Duration.ofSeconds(6), Instant.parse("2026-11-28T21:00:00Z"));
        gathers("worker-2", Duration.ofSeconds(12), Instant.parse("2026-11-28T21:30:00Z"));

        JsonNode gathering = sync().path("gathering");

        assertEquals(4, gathering.path("everySeconds").asDouble());
        assertEquals("2026-11-28T21:00:00Z", gathering.path("until").asText());
        assertTrue(
                gathering
                        .path("sentence")
                        .asText()
                        .startsWith("Sending every 4 s, so that the day's calls last until "),
                gathering::toString);
        assertTrue(line.browser("operator").open("/console").body().contains("Sending every 4 s"));
    }

    private void gathers(String worker, Duration every, Instant until) {
        line.queue()
                .operations()
                .report(new WorkerReport(
                        worker,
                        WorkerState.DRAINING,
                        Optional.empty(),
                        Optional.empty(),
                        Instant.now(),
                        Optional.empty(),
                        OptionalLong.of(70_000),
                        OptionalLong.of(100_000),
                        1,
                        Optional.of(new WorkerReport.Gathering(every, until)),
                        Instant.now()));
    }

    @Test
    void it_tells_why_nothing_is_sent_and_what_is_left_of_the_allowance() {
        line.relay();
        assertTrue(sync().path("pausedBecause").path(0).asText().contains("sync-worker"));
        line.queue()
                .operations()
                .report(new WorkerReport(
                        "worker-1",
                        WorkerState.OUTAGE,
                        Optional.of("UNREACHABLE"),
                        Optional.of("Salesforce cannot be reached."),
                        Instant.now(),
                        Optional.of(Instant.now()),
                        OptionalLong.of(17),
                        OptionalLong.of(100_000),
                        0,
                        Optional.empty(),
                        Instant.now()));
        JsonNode sync = sync();
        assertEquals(
                "Salesforce cannot be reached.",
                sync.path("pausedBecause").path(0).asText());
        assertEquals("outage", sync.path("workers").path(0).path("state").asText());
        assertEquals(17, sync.path("apiUsage").path("used").asLong());
        line.queue().operations().pause("Maintenance tonight");
        assertTrue(sync().path("pausedBecause").path(0).asText().contains("Maintenance tonight"));
    }

    @Test
    void it_answers_without_redis_and_says_so() {
        create();
        line.redis().kill();
        JsonNode sync = sync();
        assertEquals(1, sync.path("waiting").asLong());
        assertFalse(sync.path("queue").path("available").asBoolean());
        assertEquals("unavailable", sync.path("queue").path("state").asText());
        assertEquals(1, sync.path("pausedBecause").size());
        assertEquals(200, line.staff().get("/api/ads").status());
        assertEquals(200, line.staff().get("/api/usage").status());
    }

    private Answer create() {
        return line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
    }

    private JsonNode sync() {
        Answer answer = line.staff().get("/api/sync");
        assertEquals(200, answer.status(), answer.body()::toString);
        return answer.body();
    }
}
