package dev.tailback.worker;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.refused;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static dev.tailback.worker.UsageRecords.usage;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.queue.Batch;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.UsageRecord;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.testservices.TestServices;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import dev.tailback.worker.loops.SignsOfLife;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worker and the queue: real Redis, and an address that answers as Salesforce would. */
class SyncWorkerTest {
    private static final String CONTRACT = "800000000000001AAA";
    private static final String OTHER_CONTRACT = "800000000000002AAA";
    private static final String PRODUCT = "a00000000000001AAA";

    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final List<RunningWorker> workers = new ArrayList<>();
    private QueueUnderTest queue;

    @BeforeEach
    void open() {
        queue = new QueueUnderTest(TestServices.emptyRedis());
    }

    @AfterEach
    void close() {
        workers.forEach(RunningWorker::close);
        queue.close();
        salesforce.close();
    }

    @Test
    void an_offered_record_is_accepted_and_reported() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 3);
        queue.rebuilt();
        RunningWorker worker = start();
        queue.offer(record);

        Outcome outcome = queue.outcome(record, OutcomeKind.ACCEPTED);
        assertEquals(Optional.of("a01000000000001AAA"), outcome.salesforceId());
        // Counted after the batch was settled.
        await().until(() ->
                worker.get("/prometheus").contains("tailback_worker_records_total{code=\"\",fate=\"accepted\"} 1.0"));
    }

    @Test
    void during_an_outage_all_records_wait_uncounted_until_it_ends() {
        UsageRecord first = usage(CONTRACT, PRODUCT, 1);
        UsageRecord second = usage(OTHER_CONTRACT, PRODUCT, 1);
        AtomicBoolean down = new AtomicBoolean(true);
        salesforce.answers(sent ->
                down.get() ? Reply.error(503, "SERVER_UNAVAILABLE", "Server too busy") : all(sent, one -> saved()));
        queue.rebuilt(first, second);
        RunningWorker worker = start();
        WorkerReport report = queue.report(told -> told.state() == WorkerState.OUTAGE);
        assertEquals(Optional.of("SERVER_UNAVAILABLE"), report.code());
        assertTrue(report.nextProbeAt().isPresent());
        await().until(() -> salesforce.writes().size() > 3);
        assertTrue(worker.get("/prometheus").contains("tailback_worker_outage 1.0"));
        assertTrue(worker.get("/health").contains("\"state\":\"OUTAGE\""));
        down.set(false);

        assertEquals(0, queue.outcome(first, OutcomeKind.ACCEPTED).attempts());
        assertEquals(0, queue.outcome(second, OutcomeKind.ACCEPTED).attempts());
        queue.report(told -> told.state() != WorkerState.OUTAGE);
        assertEquals(2, queue.outcomes().size());
        assertEquals(List.of(), queue.queue().audit());
    }

    @Test
    void an_outage_ends_although_another_worker_has_sent_the_waiting_record() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        salesforce.answers(sent -> Reply.error(503, "SERVER_UNAVAILABLE", "Server too busy"));
        queue.rebuilt(record);
        start();
        queue.report(told -> told.state() == WorkerState.OUTAGE);
        await().until(() -> queue.queue().take("of-another-worker", 200, Duration.ofMinutes(1)) instanceof Batch);
        queue.queue()
                .settle(
                        "of-another-worker",
                        List.of(new Settlement.Accepted(record.entryId(), 1, "a01000000000001AAA")));

        queue.report(told -> told.state() == WorkerState.IDLE);
    }

    @Test
    void during_an_outage_one_record_is_sent_at_a_time() {
        UsageRecord[] records = UsageRecords.usages(20).toArray(UsageRecord[]::new);
        AtomicBoolean down = new AtomicBoolean(true);
        salesforce.answers(
                sent -> down.get() ? Reply.error(503, "SERVER_UNAVAILABLE", "Busy") : all(sent, one -> saved()));
        queue.rebuilt(records);
        start();
        await().until(() -> salesforce.writes().size() > 4);
        down.set(false);
        queue.outcome(records[19], OutcomeKind.ACCEPTED);
        assertEquals(1, salesforce.writes().get(1).size());
        assertEquals(1, salesforce.writes().get(2).size());
    }

    @Test
    void a_record_with_a_transient_error_is_sent_again_and_counted() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        AtomicBoolean busy = new AtomicBoolean(true);
        salesforce.answers(sent -> all(
                sent,
                one -> busy.getAndSet(false)
                        ? refused("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access")
                        : saved()));
        queue.rebuilt(record);
        start();
        Outcome retrying = queue.outcome(record, OutcomeKind.RETRYING);
        assertEquals(Optional.of("ROW_BUSY"), retrying.code());
        assertEquals(1, retrying.attempts());
        queue.outcome(record, OutcomeKind.ACCEPTED);
    }

    @Test
    void a_record_that_fails_again_and_again_is_parked_at_the_limit_with_its_last_reason() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        salesforce.answers(sent -> all(sent, one -> refused("UNKNOWN_EXCEPTION", "An unexpected error occurred.")));
        queue.rebuilt(record);
        start();
        Outcome parked = queue.outcome(record, OutcomeKind.PARKED);

        assertEquals(10, parked.attempts());
        assertEquals(Optional.of("An unexpected error occurred."), parked.reason());
        assertEquals(10, salesforce.writes().size());
    }

    @Test
    void a_stale_version_is_settled_and_no_error() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        salesforce.answers(sent -> all(
                sent,
                one -> refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[USAGE_STALE] A newer version is already here.")));
        queue.rebuilt(record);
        start();
        queue.outcome(record, OutcomeKind.STALE);
    }

    @Test
    void a_locked_contract_parks_its_entry_while_others_go_through() {
        UsageRecord locked = usage(CONTRACT, PRODUCT, 1);
        UsageRecord open = usage(OTHER_CONTRACT, PRODUCT, 1);
        salesforce.answers(sent -> all(
                sent,
                one -> one.entryId().equals(locked.entryId().toString())
                        ? refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[USAGE_LOCKED] The contract is fulfilled.")
                        : saved()));
        queue.rebuilt(locked, open);
        start();
        assertEquals(
                Optional.of("USAGE_LOCKED"),
                queue.outcome(locked, OutcomeKind.PARKED).code());
        queue.outcome(open, OutcomeKind.ACCEPTED);
    }

    @Test
    void an_unreadable_payload_is_parked_while_its_neighbour_goes_through() {
        UsageRecord damaged = usage(CONTRACT, PRODUCT, 1);
        UsageRecord whole = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(damaged, whole);
        queue.damage(damaged.entryId());
        start();
        assertEquals(
                Optional.of("PAYLOAD_UNREADABLE"),
                queue.outcome(damaged, OutcomeKind.PARKED).code());
        queue.outcome(whole, OutcomeKind.ACCEPTED);
    }

    @Test
    void an_unreadable_payload_alone_costs_no_call() {
        UsageRecord damaged = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(damaged);
        queue.damage(damaged.entryId());
        start();
        queue.outcome(damaged, OutcomeKind.PARKED);
        assertEquals(List.of(), salesforce.writes());
    }

    @Test
    void the_batch_of_a_dead_worker_is_taken_over_when_its_lease_ends() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(record);
        assertEquals(
                1,
                ((Batch) queue.queue().take("of-the-dead-worker", 200, Duration.ofMillis(1500)))
                        .records()
                        .size());
        start();
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
        start(settings);
        start(settings);
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
        RunningWorker worker = start();
        await().until(() -> salesforce.writes().size() == 1);
        Thread stop = new Thread(worker::close);
        stop.start();
        queue.report(told -> told.state() == WorkerState.STOPPING);
        answer.countDown();
        stop.join();

        queue.outcome(record, OutcomeKind.ACCEPTED);
        assertEquals(0, queue.queue().status().recordsInFlight());
    }

    @Test
    void a_stop_gives_back_records_that_were_not_sent() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(record);
        salesforce.answers(sent -> Reply.cut());
        WorkerSettings settings = RunningWorker.impatient();
        RunningWorker worker = start(settings.with(settings.drain().withRestBeforeRepeat(Duration.ofMinutes(5))));
        await().until(() -> salesforce.writes().size() == 1);
        worker.close();

        assertEquals(0, queue.queue().status().recordsInFlight());
        assertEquals(1, queue.queue().status().waitingRecords());
        assertEquals(List.of(), queue.queue().audit());
    }

    @Test
    void a_paused_queue_is_left_alone_until_it_is_resumed() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(record);
        queue.queue().pause("the org is being upgraded");
        start();
        WorkerReport report = queue.report(told -> told.state() == WorkerState.PAUSED);
        assertEquals(Optional.of("the org is being upgraded"), report.reason());
        assertEquals(List.of(), salesforce.writes());
        queue.queue().resume();
        queue.outcome(record, OutcomeKind.ACCEPTED);
    }

    @Test
    void an_empty_redis_waits_for_its_rebuild() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        start();
        queue.report(told -> told.code().equals(Optional.of("QUEUE_SHUT")));
        queue.rebuilt(record);
        queue.outcome(record, OutcomeKind.ACCEPTED);
    }

    @Test
    void redis_may_be_down_at_the_start_and_die_later() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        EmbeddedRedis redis = TestServices.ownRedis();
        redis.kill();
        RunningWorker worker = start(redis.uri(), RunningWorker.impatient());
        await().until(() -> worker.get("/health").contains("QUEUE_DOWN"));
        redis.start();
        try (QueueUnderTest own = new QueueUnderTest(redis.uri())) {
            own.rebuilt(record);
            own.outcome(record, OutcomeKind.ACCEPTED);
        }
        redis.kill();
        await().until(() -> worker.get("/health").contains("QUEUE_DOWN"));
        redis.start();
        await().until(() -> worker.get("/health").contains("QUEUE_SHUT"));
    }

    @Test
    void a_thread_that_hangs_is_named_everywhere_and_fails_liveness_alone() {
        queue.rebuilt();
        RunningWorker worker = start();
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

    @Test
    void calls_are_left_for_people() {
        UsageRecord first = usage(CONTRACT, PRODUCT, 1);
        salesforce.usesApiCalls(95, 100);
        queue.rebuilt(first);
        start();
        queue.outcome(first, OutcomeKind.ACCEPTED);
        WorkerReport report = queue.report(told -> told.state() == WorkerState.OUTAGE);
        assertEquals(Optional.of("QUOTA_RESERVED"), report.code());
        assertEquals(95, report.apiUsed().orElseThrow());
        salesforce.usesApiCalls(10, 100);
        UsageRecord second = usage(CONTRACT, PRODUCT, 1);
        queue.offer(second);
        queue.outcome(second, OutcomeKind.ACCEPTED);
        queue.report(told -> told.state() == WorkerState.IDLE);
    }

    private RunningWorker start() {
        return start(RunningWorker.impatient());
    }

    private RunningWorker start(WorkerSettings settings) {
        return start(queue.redisUri(), settings);
    }

    private RunningWorker start(String redisUri, WorkerSettings settings) {
        RunningWorker worker = RunningWorker.start(redisUri, salesforce.configuration(), settings);
        workers.add(worker);
        return worker;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
