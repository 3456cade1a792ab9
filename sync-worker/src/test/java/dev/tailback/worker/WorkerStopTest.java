package dev.tailback.worker;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static dev.tailback.worker.UsageRecords.usage;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Batch;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import dev.tailback.worker.loops.SignsOfLife;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Leases and stops: a batch is never sent by two workers, and a stop loses nothing. */
class WorkerStopTest {
    private static final String CONTRACT = "800000000000001AAA";
    private static final String PRODUCT = "a00000000000001AAA";

    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final WorkersUnderTest workers = new WorkersUnderTest();
    private final QueueUnderTest queue = workers.queue();

    @AfterEach
    void close() {
        workers.close();
        salesforce.close();
    }

    @Test
    void the_batch_of_a_dead_worker_is_taken_over_when_its_lease_ends() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(record);
        assertEquals(
                1,
                ((Batch) queue.queue().take("of-the-dead-worker", 200, Duration.ofMillis(1500)))
                        .entries()
                        .size());
        workers.start(salesforce.configuration());
        queue.outcome(record, OutcomeKind.ACCEPTED);
        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void a_call_longer_than_the_lease_keeps_its_contract() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(record);
        WorkerSettings settings = RunningWorker.impatient(Duration.ofSeconds(1), Duration.ofSeconds(12));
        CountDownLatch answer = new CountDownLatch(1);
        salesforce.answers(sent -> {
            waitFor(answer);
            return all(sent, one -> saved());
        });
        workers.start(salesforce.configuration(), settings);
        workers.start(salesforce.configuration(), settings);
        await().until(() -> salesforce.writes().size() == 1);
        Instant later = Instant.now().plus(Duration.ofSeconds(16));
        await().until(() -> Instant.now().isAfter(later));
        answer.countDown();
        queue.outcome(record, OutcomeKind.ACCEPTED);
        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void a_stop_lets_the_running_call_end_and_settles_it() throws InterruptedException {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(record);
        CountDownLatch answer = new CountDownLatch(1);
        salesforce.answers(sent -> {
            waitFor(answer);
            return all(sent, one -> saved());
        });
        RunningWorker worker = workers.start(salesforce.configuration());
        await().until(() -> salesforce.writes().size() == 1);
        Thread stop = new Thread(worker::close);
        stop.start();
        queue.report(told -> told.state() == WorkerState.STOPPING);
        answer.countDown();
        stop.join();

        queue.outcome(record, OutcomeKind.ACCEPTED);
        assertEquals(0, queue.queue().operations().status().entriesInFlight());
    }

    @Test
    void a_stop_gives_back_records_that_were_not_sent() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(record);
        salesforce.answers(sent -> Reply.cut());
        WorkerSettings settings = RunningWorker.impatient();
        RunningWorker worker = workers.start(
                salesforce.configuration(),
                settings.with(settings.drain().withRestBeforeRepeat(Duration.ofMinutes(5))));
        await().until(() -> salesforce.writes().size() == 1);
        worker.close();

        assertEquals(0, queue.queue().operations().status().entriesInFlight());
        assertEquals(1, queue.queue().operations().status().waitingEntries());
        assertEquals(List.of(), queue.queue().operations().audit());
    }

    @Test
    void a_thread_that_hangs_is_named_everywhere_and_fails_liveness_alone() {
        queue.rebuilt();
        RunningWorker worker = workers.start(salesforce.configuration());
        await().until(() -> worker.get("/health/liveness").contains("\"status\":\"UP\""));
        worker.part(SignsOfLife.class).begins("sender-77", Duration.ZERO);

        await().until(() -> worker.get("/health/liveness").contains("\"status\":\"DOWN\""));
        assertTrue(worker.get("/health").contains("sender-77"));
        assertTrue(worker.get("/prometheus").contains("tailback_worker_stuck 1.0"));
        WorkerReport report = queue.report(told -> told.code().equals(Optional.of("WORKER_STUCK")));
        assertTrue(report.reason().orElseThrow().contains("sender-77"), report::toString);
        worker.part(SignsOfLife.class).rests("sender-77");
        await().until(() -> worker.get("/health/liveness").contains("\"status\":\"UP\""));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
