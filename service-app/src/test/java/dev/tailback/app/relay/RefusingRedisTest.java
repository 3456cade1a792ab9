package dev.tailback.app.relay;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.localservices.RedisWire;
import dev.tailback.queue.QueueUnavailable;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Redis that answers and takes nothing new, or does not keep what it took. */
class RefusingRedisTest {

    private Line line;

    @BeforeEach
    void start() {
        line = Line.withoutSalesforce();
        line.relay();
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void a_full_redis_is_shown_to_every_user_and_nothing_is_lost() throws IOException {
        Answer before = create();
        line.relay();
        redis("CONFIG SET maxmemory 1mb");
        Answer refused = create();
        assertEquals(201, refused.status());
        assertThrows(QueueUnavailable.class, line::relay);

        JsonNode entry = line.staff().get("/api/usage/" + refused.entryId(0)).body();
        assertEquals("Waiting", entry.path("state").asText());
        assertEquals("QUEUE_DOWN", entry.path("code").asText());
        assertTrue(entry.path("reason").asText().contains("is full"), entry::toPrettyString);
        assertFalse(entry.path("whatNow").asText().isEmpty());
        JsonNode offered = line.staff().get("/api/usage/" + before.entryId(0)).body();
        assertTrue(offered.path("code").isNull(), offered::toPrettyString);

        JsonNode queue = sync().path("queue");
        assertEquals("refusing", queue.path("state").asText());
        assertEquals("QUEUE_DOWN", queue.path("code").asText());
        assertTrue(queue.path("reason").asText().contains("is full"), queue::toPrettyString);
        assertTrue(sync().path("pausedBecause").path(0).asText().contains("is full"), sync()::toPrettyString);
        String health = line.as("operator").get("/health").body().toString();
        assertTrue(health.contains("DEGRADED") && health.contains("is full"), health);

        // What it holds goes on.
        assertEquals(1, line.worker().acceptAll().size());
        line.outcomes();
        assertEquals("Reported", line.staff().read(before).state(0));

        redis("CONFIG SET maxmemory 0");
        line.relay();
        assertEquals(1, line.worker().acceptAll().size());
        line.outcomes();
        assertEquals("Reported", line.staff().read(refused).state(0));
        assertEquals("open", sync().path("queue").path("state").asText());
    }

    @Test
    void an_entry_says_nothing_of_the_queue_any_more_once_it_is_there() throws IOException {
        redis("CONFIG SET maxmemory 1mb");
        Answer refused = create();
        assertThrows(QueueUnavailable.class, line::relay);
        redis("CONFIG SET maxmemory 0");
        line.relay();
        JsonNode entry = line.staff().get("/api/usage/" + refused.entryId(0)).body();
        assertTrue(entry.path("code").isNull(), entry::toPrettyString);
    }

    @Test
    void a_redis_that_is_away_is_told_of_by_the_entries_too() {
        line.redis().kill();
        Answer refused = create();
        assertThrows(QueueUnavailable.class, line::relay);
        JsonNode entry = line.staff().get("/api/usage/" + refused.entryId(0)).body();
        assertTrue(entry.path("reason").asText().contains("cannot be reached"), entry::toPrettyString);
    }

    @Test
    void a_redis_that_is_full_is_found_out_before_anything_is_due() throws IOException {
        redis("CONFIG SET maxmemory 1mb");
        assertThrows(QueueUnavailable.class, line::relay);
    }

    @Test
    void a_redis_that_evicts_is_shown_in_health_and_sync() throws IOException {
        redis("CONFIG SET maxmemory-policy allkeys-lru");
        JsonNode queue = sync().path("queue");
        assertEquals("open", queue.path("state").asText());
        assertTrue(queue.path("warnings").path(0).asText().contains("noeviction"), queue::toPrettyString);
        String health = line.as("operator").get("/health").body().toString();
        assertTrue(health.contains("DEGRADED") && health.contains("allkeys-lru"), health);
    }

    @Test
    void a_contract_whose_place_in_the_queue_was_evicted_is_put_back_and_takes_bookings() throws IOException {
        String contract = Ids.contract();
        line.staff().create(ad("Spring", contract, Ids.product(), 1));
        line.relay();
        redis("DEL tailback:{usage-0}:ready");
        line.staff().create(ad("Summer", contract, Ids.product(), 1));
        line.relay();
        assertEquals(0, line.worker().acceptAll().size(), "nothing is ready, so this test would prove nothing");
        line.bean(QueueCare.class).round();
        assertEquals(2, line.worker().acceptAll().size());
    }

    @Test
    void an_evicted_record_is_offered_again_automatically() throws IOException {
        Answer created = create();
        line.relay();
        String contract = created.body().path("contractId").asText();
        redis("DEL tailback:{usage-0}:g:" + contract);
        line.bean(QueueCare.class).round();
        line.pass(Duration.ofMinutes(6));
        line.relay();
        assertEquals(1, line.worker().acceptAll().size());
        assertEquals(0, line.queue().operations().status().waitingEntries());
    }

    private void redis(String command) throws IOException {
        assertFalse(RedisWire.ask(line.redis().uri(), command).startsWith("-"));
    }

    private Answer create() {
        return line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
    }

    private JsonNode sync() {
        return line.staff().get("/api/sync").body();
    }
}
