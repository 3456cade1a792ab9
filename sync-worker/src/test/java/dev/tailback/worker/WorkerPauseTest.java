package dev.tailback.worker;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static dev.tailback.worker.UsageRecords.usage;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.queue.Batch;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.testservices.TestServices;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the worker sends nothing: outages, used up calls, a paused queue, a Redis that is new or away. */
class WorkerPauseTest {
    private static final String CONTRACT = "800000000000001AAA";
    private static final String OTHER_CONTRACT = "800000000000002AAA";
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
    void during_an_outage_all_records_wait_uncounted_until_it_ends() {
        UsageRecord first = usage(CONTRACT, PRODUCT, 1);
        UsageRecord second = usage(OTHER_CONTRACT, PRODUCT, 1);
        AtomicBoolean down = new AtomicBoolean(true);
        salesforce.answers(sent ->
                down.get() ? Reply.error(503, "SERVER_UNAVAILABLE", "Server too busy") : all(sent, one -> saved()));
        queue.rebuilt(first, second);
        RunningWorker worker = workers.start(salesforce.configuration());
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
        assertEquals(List.of(), queue.queue().operations().audit());
    }

    @Test
    void an_outage_ends_although_another_worker_has_sent_the_waiting_record() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        salesforce.answers(sent -> Reply.error(503, "SERVER_UNAVAILABLE", "Server too busy"));
        queue.rebuilt(record);
        workers.start(salesforce.configuration());
        queue.report(told -> told.state() == WorkerState.OUTAGE);
        await().until(() -> queue.queue().take("of-another-worker", 200, Duration.ofMinutes(1)) instanceof Batch);
        queue.queue().settle("of-another-worker", List.of(record.accepted("a01000000000001AAA")));

        queue.report(told -> told.state() == WorkerState.IDLE);
    }

    @Test
    void during_an_outage_one_record_is_sent_at_a_time() {
        UsageRecord[] records = UsageRecords.usages(20).toArray(UsageRecord[]::new);
        AtomicBoolean down = new AtomicBoolean(true);
        salesforce.answers(
                sent -> down.get() ? Reply.error(503, "SERVER_UNAVAILABLE", "Busy") : all(sent, one -> saved()));
        queue.rebuilt(records);
        workers.start(salesforce.configuration());
        await().until(() -> salesforce.writes().size() > 4);
        down.set(false);
        queue.outcome(records[19], OutcomeKind.ACCEPTED);
        assertEquals(1, salesforce.writes().get(1).size());
        assertEquals(1, salesforce.writes().get(2).size());
    }

    @Test
    void a_paused_queue_is_left_alone_until_it_is_resumed() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(record);
        queue.queue().operations().pause("the org is being upgraded");
        workers.start(salesforce.configuration());
        WorkerReport report = queue.report(told -> told.state() == WorkerState.PAUSED);
        assertEquals(Optional.of("the org is being upgraded"), report.reason());
        assertEquals(List.of(), salesforce.writes());
        queue.queue().operations().resume();
        queue.outcome(record, OutcomeKind.ACCEPTED);
    }

    @Test
    void an_empty_redis_waits_for_its_rebuild() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        workers.start(salesforce.configuration());
        queue.report(told -> told.code().equals(Optional.of("QUEUE_SHUT")));
        queue.rebuilt(record);
        queue.outcome(record, OutcomeKind.ACCEPTED);
    }

    @Test
    void redis_may_be_down_at_the_start_and_die_later() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        EmbeddedRedis redis = TestServices.ownRedis();
        redis.kill();
        RunningWorker worker = workers.start(redis.uri(), salesforce.configuration(), RunningWorker.impatient());
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
    void while_calls_are_scarce_records_gather_and_a_full_batch_goes_at_once() {
        salesforce.usesApiCalls(870, 1_000);
        queue.rebuilt();
        WorkerSettings impatient = RunningWorker.impatient();
        RunningWorker worker = workers.start(
                salesforce.configuration(),
                impatient
                        .with(impatient.drain().withBatchSize(5))
                        .with(impatient.pace().withReportWithin(Duration.ofHours(1))));
        for (int i = 0; i < 2; i++) {
            UsageRecord atOnce = usage(CONTRACT, PRODUCT, 1);
            queue.offer(atOnce);
            queue.outcome(atOnce, OutcomeKind.ACCEPTED);
        }
        List<UsageRecord> gathered = UsageRecords.usages(5);
        queue.offer(gathered.subList(0, 4).toArray(UsageRecord[]::new));
        WorkerReport report = queue.report(told -> told.gathering().isPresent());
        assertEquals(Duration.ofHours(1), report.gathering().orElseThrow().every());
        assertTrue(worker.get("/prometheus").contains("tailback_worker_gathering_seconds 3600.0"));
        assertEquals(2, salesforce.writes().size());

        queue.offer(gathered.get(4));

        queue.outcome(gathered.get(0), OutcomeKind.ACCEPTED);
        assertEquals(5, salesforce.writes().get(2).size());
    }

    @Test
    void calls_are_left_for_people() {
        UsageRecord first = usage(CONTRACT, PRODUCT, 1);
        salesforce.usesApiCalls(95, 100);
        queue.rebuilt(first);
        workers.start(salesforce.configuration());
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
}
