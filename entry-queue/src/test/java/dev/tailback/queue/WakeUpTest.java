package dev.tailback.queue;

import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.testservices.TestServices;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WakeUpTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    private Fixture fixture;
    private EntryQueue queue;

    @BeforeEach
    void open() {
        fixture = Fixture.onRedisClock();
        queue = fixture.queue;
        fixture.redis().del(Fixture.Q + ":marker"); // the opening itself wakes once
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void an_offer_wakes_a_waiting_worker() throws Exception {
        CompletableFuture<Boolean> waiting = wait(queue);
        queue.offer(List.of(entry("800A", 1, 1)));
        assertTrue(waiting.get());
    }

    @Test
    void nothing_wakes_nobody() {
        assertFalse(queue.awaitWork(SHORT));
        assertFalse(queue.awaitWork(Duration.ZERO));
    }

    @Test
    void a_wait_longer_than_the_command_timeout_ends_quietly() {
        QueueConfiguration hasty =
                new QueueConfiguration("usage", TestServices.emptyRedis(), 1, Duration.ofMillis(100));
        try (EntryQueue patient = EntryQueue.connect(hasty)) {
            // It may take several tries to connect within so short a timeout.
            await().ignoreException(QueueUnavailable.class).until(() -> !patient.awaitWork(Duration.ofMillis(300)));
        }
    }

    @Test
    void a_worker_that_leaves_work_wakes_the_next() throws Exception {
        queue.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        assertTrue(queue.awaitWork(LONG));
        fixture.take("b1", 1);
        assertTrue(queue.awaitWork(LONG));
        fixture.take("b2", 1);
        assertFalse(queue.awaitWork(SHORT));
    }

    @Test
    void a_correction_freed_by_a_settlement_wakes() {
        queue.offer(List.of(entry("800A", 1, 1)));
        Batch batch = fixture.take("b1");
        queue.offer(List.of(entry("800A", 1, 2)));
        assertFalse(queue.awaitWork(SHORT));
        queue.settle("b1", allAccepted(batch));
        assertTrue(queue.awaitWork(LONG));
    }

    @Test
    void a_resumed_queue_wakes() throws Exception {
        queue.operations().pause("lunch");
        CompletableFuture<Boolean> waiting = wait(queue);
        queue.operations().resume();
        assertTrue(waiting.get());
    }

    @Test
    void a_role_change_of_redis_under_the_wait_is_no_work() throws Exception {
        CompletableFuture<Boolean> waiting = wait(queue);
        String blocked = fixture.redis()
                .clientList()
                .lines()
                .filter(client -> client.contains("cmd=bzpopmin"))
                .findFirst()
                .orElseThrow();
        fixture.redis()
                .clientUnblock(
                        Long.parseLong(blocked.replaceAll("^id=(\\d+).*", "$1")), io.lettuce.core.UnblockType.ERROR);
        assertFalse(waiting.get());
    }

    @Test
    void a_wait_that_is_left_ends_at_once_and_what_comes_later_wakes_the_next() {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> queue.awaitWork(Duration.ofHours(1)));
        await().until(() -> fixture.redis().clientList().contains("cmd=bzpopmin"));
        queue.leaveWait();
        await().until(waiting::isDone);
        assertFalse(waiting.join());
        queue.offer(List.of(entry("800A", 1, 1)));
        assertTrue(queue.awaitWork(LONG));
    }

    @Test
    void closing_ends_the_wait() throws Exception {
        EntryQueue other = EntryQueue.connect(Fixture.patient(TestServices.emptyRedis()));
        CompletableFuture<Boolean> waiting = wait(other).exceptionally(QueueUnavailable.class::isInstance);
        other.close();
        await().until(waiting::isDone);
    }

    private CompletableFuture<Boolean> wait(EntryQueue waiter) {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> waiter.awaitWork(LONG));
        await().until(() -> fixture.redis().clientList().contains("cmd=bzpopmin"));
        return waiting;
    }
}
