package dev.tailback.app.relay;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.usage.UsageRecord;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageRelayTest {

    private Line line;

    @BeforeEach
    void start() {
        line = Line.with(Map.of("relay.batch", "20"));
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void what_a_dead_relay_had_claimed_is_offered_after_its_claim() {
        create(1);
        line.relay();
        takeAll();
        create(1);
        Instant now = line.bean(Clock.class).instant();
        assertEquals(1, line.bean(OpenEntries.class).claim(now).size());
        line.relay();
        assertEquals(0, takeAll().size());
        line.pass(Duration.ofSeconds(11));
        line.relay();
        assertEquals(1, takeAll().size());
    }

    @Test
    void entries_booked_while_redis_is_down_are_saved_and_sent_when_it_is_back() {
        line.relay();
        line.redis().kill();
        Answer created = create(2);
        assertEquals("Waiting", line.staff().read(created).state(0));
        assertThrows(QueueUnavailable.class, line::relay);
        line.startRedis();
        line.relay();
        assertEquals(2, takeAll().size());
    }

    @Test
    void what_was_claimed_when_redis_died_is_due_at_once() {
        line.relay();
        create(1);
        line.redis().kill();
        assertThrows(QueueUnavailable.class, line::relay);
        line.startRedis();
        line.relay();
        assertEquals(1, takeAll().size());
    }

    @Test
    void an_emptied_redis_is_filled_again_page_by_page() {
        Set<UUID> waiting = new HashSet<>();
        for (int ad = 0; ad < 3; ad++) {
            create(35)
                    .body()
                    .path("entries")
                    .forEach(entry ->
                            waiting.add(UUID.fromString(entry.path("id").asText())));
        }
        line.relay();
        line.wipeRedis();
        line.relay();
        Set<UUID> sent = new HashSet<>();
        takeAll().forEach(record -> sent.add(record.entryId()));
        assertEquals(105, waiting.size());
        assertEquals(waiting, sent);
        assertEquals(List.of(), line.queue().operations().audit());
    }

    @Test
    void what_was_refused_for_now_keeps_its_delay_and_its_attempts_when_redis_was_emptied() {
        Answer refused = create(1);
        Answer waiting = create(1);
        line.relay();
        line.worker()
                .settle(record -> record.entryId().toString().equals(refused.entryId(0))
                        ? Worker.later(record, Duration.ofHours(1))
                        : Worker.accepted(record));
        line.outcomes();
        assertEquals("Reported", line.staff().read(waiting).state(0));
        line.wipeRedis();
        line.relay();
        assertEquals(1, line.queue().operations().status().delayedEntries());
        assertEquals(0, takeAll().size(), "its delay has not ended");
        line.pass(Duration.ofHours(2));
        line.wipeRedis();
        line.relay();
        assertEquals(1, takeAll().get(0).attempts());
        assertEquals("Retrying", line.staff().read(refused).state(0));
    }

    @Test
    void a_delay_that_ended_while_redis_was_away_holds_nothing_back() {
        create(1);
        line.relay();
        line.worker().settle(record -> Worker.later(record, Duration.ofMinutes(5)));
        line.outcomes();
        line.pass(Duration.ofMinutes(6));
        line.wipeRedis();
        line.relay();
        assertEquals(1, takeAll().get(0).attempts());
    }

    @Test
    void a_reported_entry_is_not_sent_again_after_redis_was_emptied() {
        create(1);
        line.reportAll();
        line.wipeRedis();
        line.relay();
        assertEquals(0, takeAll().size());
    }

    @Test
    void a_replacement_stays_back_when_redis_is_filled_again() {
        String contract = Ids.contract();
        String product = Ids.product();
        Answer created = line.staff().create(ad("Spring", contract, product, 1));
        line.reportAll();
        line.staff().correct(created, ad("Spring", contract, Ids.product(), 1));
        line.wipeRedis();
        line.relay();
        List<UsageRecord> sent = takeAll();
        assertEquals(1, sent.size());
        assertTrue(sent.get(0).cancelled());
    }

    @Test
    void a_replacement_that_was_freed_while_a_relay_had_it_in_hand_is_not_put_off() {
        String contract = Ids.contract();
        Answer created = line.staff().create(ad("Spring", contract, Ids.product(), 1));
        line.reportAll();
        line.staff().correct(created, ad("Spring", contract, Ids.product(), 1));
        Instant now = line.bean(Clock.class).instant();
        OpenEntries entries = line.bean(OpenEntries.class);
        List<OpenEntry> claimed = entries.claim(now);
        List<OpenEntry> held = claimed.stream().filter(OpenEntry::heldBack).toList();
        line.queue()
                .offer(claimed.stream()
                        .filter(entry -> !entry.heldBack())
                        .map(OpenEntry::queued)
                        .toList());
        line.worker().acceptAll();
        line.outcomes();
        entries.dueAgain(held, now.plusSeconds(300));
        line.relay();
        assertEquals(1, held.size());
        assertEquals(held.get(0).id(), takeAll().get(0).entryId());
    }

    @Test
    void an_offered_entry_is_offered_again_after_a_while_and_the_queue_knows_it() {
        line.relay();
        create(1);
        line.relay();
        line.pass(Duration.ofMinutes(6));
        line.relay();
        assertEquals(1, offers("known"));
        assertEquals(1, takeAll().size());
    }

    @Test
    void what_the_queue_lost_unnoticed_is_offered_again_after_a_while() {
        line.relay();
        Answer created = create(3);
        line.relay();
        loseKeysOf(created.entry(0).path("contractId").asText());
        line.relay();
        assertEquals(0, takeAll().size());
        line.pass(Duration.ofMinutes(6));
        line.relay();
        assertEquals(3, takeAll().size());
    }

    @Test
    void many_waiting_entries_are_offered_again_at_an_even_pace() {
        line.relay();
        for (int ad = 0; ad < 21; ad++) {
            create(50);
        }
        line.relay();
        line.pass(Duration.ofMinutes(6));
        line.relay();
        assertEquals(1_000, offers("known"));
        line.pass(Duration.ofMinutes(6));
        line.relay();
        assertEquals(1_050, offers("known"), "the walk goes on where it stopped");
    }

    @Test
    void a_rebuild_writes_into_no_row_and_what_it_offered_is_not_offered_once_more() {
        create(35);
        Instant now = line.bean(Clock.class).instant();
        line.pass(Duration.ofMinutes(1));
        line.relay();
        assertEquals(35, offers("rebuilt"));
        assertEquals(0, offers("known"));
        assertEquals(35, line.number("select count(*) from usage_entry where offer_due_at <= ?", Timestamp.from(now)));
        assertEquals(
                List.of(),
                line.bean(OpenEntries.class).claim(line.bean(Clock.class).instant()));
        assertEquals(35, takeAll().size());
    }

    @Test
    void what_was_booked_just_before_a_rebuild_is_offered_once_more() {
        create(1);
        line.relay();
        assertEquals(1, offers("rebuilt"));
        assertEquals(1, offers("known"), "its transaction might have ended after its page was read");
        assertEquals(1, takeAll().size());
    }

    @Test
    void what_a_person_changes_after_a_rebuild_is_due() {
        String contract = Ids.contract();
        String product = Ids.product();
        Answer created = line.staff().create(ad("Spring", contract, product, 1));
        line.pass(Duration.ofMinutes(1));
        line.relay();
        line.staff().correct(created, ad("Spring", contract, product, 2));
        line.relay();
        assertEquals(2, takeAll().get(0).units());
    }

    @Test
    void outcomes_that_died_with_redis_are_asked_for_again() {
        Answer created = create(1);
        line.relay();
        line.worker().acceptAll();
        line.wipeRedis();
        line.relay();
        assertEquals(1, line.worker().acceptAll().size());
        line.outcomes();
        assertEquals("Reported", line.staff().read(created).state(0));
    }

    @Test
    void two_relays_side_by_side_lose_and_double_nothing() throws Exception {
        try (ApplicationContext other = line.another()) {
            for (int ad = 0; ad < 8; ad++) {
                create(25);
            }
            UsageRelay here = line.bean(UsageRelay.class);
            UsageRelay there = other.getBean(UsageRelay.class);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            Future<?> one = threads.submit(here::round);
            Future<?> two = threads.submit(there::round);
            one.get();
            two.get();
            threads.shutdown();
            here.round();
            assertEquals(200, line.queue().operations().status().waitingEntries());
            assertEquals(200, takeAll().size());
        }
    }

    @Test
    void entries_of_one_contract_go_out_in_the_order_they_were_booked() {
        String contract = Ids.contract();
        List<String> booked = new ArrayList<>();
        for (int ad = 0; ad < 30; ad++) {
            booked.add(line.staff()
                    .create(ad("Ad " + ad, contract, Ids.product(), 1))
                    .entryId(0));
        }
        line.relay();
        assertEquals(
                booked,
                takeAll().stream().map(record -> record.entryId().toString()).toList());
    }

    private Answer create(int entries) {
        Object[] products = new Object[2 * entries];
        for (int index = 0; index < products.length; index += 2) {
            products[index] = Ids.product();
            products[index + 1] = 1;
        }
        Answer created = line.staff().create(ad("Spring", Ids.contract(), products));
        assertEquals(201, created.status(), created.body()::toString);
        return created;
    }

    private int offers(String result) {
        return (int) line.bean(MeterRegistry.class)
                .counter("tailback.relay.offers", "result", result)
                .count();
    }

    /** As a Redis that evicts keys does. */
    private void loseKeysOf(String contract) {
        RedisClient client = RedisClient.create(line.redis().uri());
        try (StatefulRedisConnection<String, String> redis = client.connect()) {
            List<String> keys = redis.sync().keys("*" + contract + "*");
            assertFalse(keys.isEmpty());
            redis.sync().del(keys.toArray(String[]::new));
        } finally {
            client.shutdown();
        }
    }

    private List<UsageRecord> takeAll() {
        List<UsageRecord> all = new ArrayList<>();
        List<UsageRecord> some = line.worker().acceptAll();
        while (!some.isEmpty()) {
            all.addAll(some);
            some = line.worker().acceptAll();
        }
        return all;
    }
}
