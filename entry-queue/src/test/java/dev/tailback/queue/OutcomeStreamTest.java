package dev.tailback.queue;

import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.queue.outcomes.OutcomeEntry;
import io.lettuce.core.Consumer;
import io.lettuce.core.XClaimArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutcomeStreamTest {
    private static final String STREAM = Fixture.Q + ":outcomes";

    private Fixture fixture;
    private OutcomeStream outcomes;

    @BeforeEach
    void open() {
        fixture = Fixture.onRedisClock();
        outcomes = fixture.queue.outcomes("first");
    }

    @AfterEach
    void close() {
        outcomes.close();
        fixture.close();
    }

    @Test
    void an_outcome_comes_again_until_it_is_acknowledged() {
        settle(2);
        List<Outcome> read = outcomes.read(10, Duration.ZERO);
        assertEquals(2, read.size());
        assertEquals(read, outcomes.read(10, Duration.ZERO));
        outcomes.acknowledge(read);
        outcomes.acknowledge(read);
        assertEquals(List.of(), outcomes.read(10, Duration.ZERO));
    }

    @Test
    void a_reader_is_woken_by_a_settlement() throws Exception {
        CompletableFuture<List<Outcome>> reading =
                CompletableFuture.supplyAsync(() -> outcomes.read(10, Duration.ofSeconds(20)));
        await().until(() -> fixture.redis().clientList().contains("cmd=xreadgroup"));
        settle(1);
        assertEquals(1, reading.get().size());
    }

    @Test
    void two_readers_share_the_outcomes() {
        settle(2);
        settle(2);
        try (OutcomeStream second = fixture.queue.outcomes("second")) {
            List<Outcome> one = outcomes.read(1, Duration.ZERO);
            List<Outcome> other = second.read(1, Duration.ZERO);
            assertEquals(
                    2,
                    IntStream.concat(
                                    one.stream().mapToInt(Outcome::hashCode),
                                    other.stream().mapToInt(Outcome::hashCode))
                            .distinct()
                            .count());
        }
    }

    @Test
    void what_a_dead_reader_left_goes_to_the_next_one() {
        settle(3);
        List<Outcome> left = outcomes.read(10, Duration.ZERO);
        outcomes.close();
        try (OutcomeStream second = fixture.queue.outcomes("second")) {
            assertEquals(List.of(), second.read(10, Duration.ZERO));
            letTimePass(left);
            assertEquals(left, second.read(10, Duration.ZERO));
        }
    }

    @Test
    void an_outcome_nobody_can_read_is_moved_aside_and_stops_nobody() {
        fixture.redis().xadd(STREAM, Map.of("outcomes", "{truncated", "at", "1"));
        fixture.redis().xadd(STREAM, Map.of("outcomes", "{\"a\":1}", "at", "1"));
        fixture.redis().xadd(STREAM, Map.of("outcomes", "[]", "at", "yesterday"));
        fixture.redis().xadd(STREAM, Map.of("nonsense", "x"));
        settle(1);
        List<Outcome> read = outcomes.read(10, Duration.ZERO);
        assertEquals(1, read.size());
        outcomes.acknowledge(read);
        QueueStatus status = fixture.queue.operations().status();
        assertEquals(0, status.outcomesWaiting());
        assertEquals(4, status.outcomesAside());
        assertEquals("{truncated", aside(0));
        assertEquals(0, fixture.redis().xlen(STREAM));
    }

    @Test
    void one_outcome_nobody_can_read_is_moved_aside_and_its_neighbours_arrive() {
        String good = "[\"%s\",\"800A\",1,0,\"a0U\",null,null,\"ACCEPTED\"]".formatted(Fixture.id(7));
        String bad = "[\"not-a-uuid\",\"800A\",1,0,null,null,null,\"PARKED\",null,\"body\"]";
        String unknown = "[\"%s\",\"800A\",1,0,null,null,null,\"DREAMT\"]".formatted(Fixture.id(8));
        fixture.redis().xadd(STREAM, Map.of("outcomes", "[" + bad + "," + good + "," + unknown + ",3]", "at", "1"));
        List<Outcome> read = outcomes.read(10, Duration.ZERO);
        assertEquals(List.of(Fixture.id(7)), read.stream().map(Outcome::entryId).toList());
        outcomes.acknowledge(read);
        assertEquals(0, fixture.redis().xlen(STREAM));
        assertEquals(3, fixture.queue.operations().status().outcomesAside());
        assertEquals("[" + bad + "]", aside(0));
    }

    @Test
    void outcomes_of_one_settlement_are_acknowledged_one_by_one() {
        settle(5);
        List<Outcome> first = outcomes.read(2, Duration.ZERO);
        assertEquals(2, first.size());
        outcomes.acknowledge(first);
        assertEquals(1, fixture.redis().xlen(STREAM));
        List<Outcome> rest = outcomes.read(10, Duration.ZERO);
        assertEquals(3, rest.size());
        outcomes.acknowledge(rest);
        assertEquals(0, fixture.redis().xlen(STREAM));
        assertEquals(0, fixture.queue.operations().status().outcomesWaiting());
        assertEquals(List.of(), fixture.queue.operations().audit());
    }

    @Test
    void a_reader_takes_no_more_entries_than_it_hands_on() {
        IntStream.range(0, 4).forEach(number -> settle(5));
        outcomes.acknowledge(outcomes.read(5, Duration.ZERO));
        assertEquals(10, outcomes.read(10, Duration.ZERO).size());

        assertEquals(2, fixture.redis().xpending(STREAM, "service-app").getCount());
    }

    @Test
    void many_small_entries_are_one_reading() {
        IntStream.range(0, 100).forEach(number -> settle(1));

        assertEquals(100, outcomes.read(150, Duration.ZERO).size());
    }

    @Test
    void what_was_read_and_not_acknowledged_comes_page_by_page() {
        IntStream.range(0, 4).forEach(number -> settle(5));
        List<Outcome> all = outcomes.read(20, Duration.ZERO);
        List<Outcome> first = outcomes.read(8, Duration.ZERO);
        outcomes.acknowledge(first);
        List<Outcome> second = outcomes.read(20, Duration.ZERO);
        outcomes.acknowledge(second);

        assertEquals(all.subList(0, 8), first);
        assertEquals(all.subList(8, 20), second);
        assertEquals(List.of(), outcomes.read(20, Duration.ZERO));
    }

    @Test
    void an_outcome_that_was_deleted_under_its_reader_stops_nobody() {
        settle(1);
        Outcome deleted = outcomes.read(10, Duration.ZERO).get(0);
        fixture.redis()
                .xdel(
                        STREAM,
                        OutcomeEntry.Id.in(deleted.streamId()).orElseThrow().entry());
        assertEquals(List.of(), outcomes.read(10, Duration.ZERO));
        settle(1);
        assertEquals(1, outcomes.read(10, Duration.ZERO).size());
    }

    @Test
    void a_wiped_redis_has_no_group_and_gets_one() {
        settle(1);
        outcomes.acknowledge(outcomes.read(10, Duration.ZERO));
        fixture.redis().flushall();
        fixture.open();
        settle(1);
        assertEquals(1, outcomes.read(10, Duration.ZERO).size());
    }

    private void settle(int records) {
        fixture.queue.offer(IntStream.range(0, records)
                .mapToObj(entry -> entry("800A", entry, 1))
                .toList());
        Batch batch = fixture.take("b" + System.nanoTime());
        fixture.queue.settle(batch.id(), allAccepted(batch));
    }

    private String aside(int entry) {
        return fixture.redis()
                .xrange(Fixture.Q + ":aside", io.lettuce.core.Range.unbounded())
                .get(entry)
                .getBody()
                .get("outcomes");
    }

    private void letTimePass(List<Outcome> owed) {
        for (Outcome outcome : owed) {
            fixture.redis()
                    .xclaim(
                            STREAM,
                            Consumer.from("service-app", "first"),
                            new XClaimArgs().minIdleTime(0).idle(60_000).justid(),
                            OutcomeEntry.Id.in(outcome.streamId()).orElseThrow().entry());
        }
    }
}
