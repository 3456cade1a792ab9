package dev.tailback.worker.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.bulk.UsageJobs;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.testservices.TestServices;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.Org;
import dev.tailback.worker.QueueUnderTest;
import dev.tailback.worker.ScriptedSalesforce;
import dev.tailback.worker.report.WorkerId;
import dev.tailback.worker.waiting.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One job, and what may come between its beginning and its end. */
class BulkJobTest {
    private static final BooleanSupplier ALWAYS = () -> true;

    private final Org org = Org.start();
    private final QueueUnderTest queue = new QueueUnderTest(TestServices.emptyRedis()).rebuilt();
    private final Waiting waiting = new Waiting();
    private final BulkSettings settings = BulkSettings.standard(Duration.ofSeconds(20));

    @AfterEach
    void close() {
        queue.close();
        org.close();
    }

    @Test
    void a_job_that_runs_to_its_end_leaves_no_note() {
        JobResult result = job(org(), settings).send(snapshots(30), ALWAYS);
        assertEquals(30, result.rows().size());
        assertTrue(result.failure().isEmpty());
        assertEquals(List.of(), queue.queue().operations().notedJobs());
    }

    @Test
    void what_it_has_saved_counts_also_when_it_may_not_go_on() {
        JobResult result = job(org(), settings).send(snapshots(30), () -> false);
        assertTrue(result.failure().isEmpty(), () -> String.valueOf(result.failure()));
        result.rows().values().forEach(row -> assertEquals(1, row.version()));
    }

    @Test
    void what_it_has_saved_counts_also_when_it_takes_too_long() {
        JobResult result = job(org(), settings.withPatience(Duration.ZERO)).send(snapshots(30), ALWAYS);
        assertTrue(result.failure().isEmpty(), () -> String.valueOf(result.failure()));
    }

    @Test
    void an_outage_is_a_failure_that_may_pass() {
        List<UsageSnapshot> snapshots = snapshots(3);
        org.fault("{\"kind\":\"error-500\"}");
        JobResult result = job(org(), settings).send(snapshots, ALWAYS);
        assertEquals(0, result.rows().size());
        assertTrue(result.failure().stream().noneMatch(JobResult.Failure::refused));
    }

    @Test
    void a_job_that_cannot_be_noted_does_not_begin() {
        UsageJobs jobs = org();
        QueueUnderTest closed = new QueueUnderTest("redis://127.0.0.1:1");
        BulkJob unnoted = new BulkJob(
                jobs, new JobNotes(closed.queue(), new WorkerId("worker-1")), waiting, settings, Clock.systemUTC());
        JobResult result = unnoted.send(snapshots(3), ALWAYS);
        assertEquals("QUEUE_DOWN", result.failure().orElseThrow().code());
        assertEquals(0, org.calls("PUT /jobs/ingest/{id}/batches"));
        closed.close();
    }

    @Test
    void an_answer_that_is_none_is_a_failure_and_no_result() {
        try (ScriptedSalesforce salesforce = new ScriptedSalesforce()) {
            UsageJobs jobs = new UsageJobs(
                    new SalesforceSession(salesforce.configuration(), Clock.systemUTC()),
                    Mapping::tailback,
                    usage -> {});
            JobResult result = job(jobs, settings).send(snapshots(3), ALWAYS);
            assertEquals("UNUSABLE_ANSWER", result.failure().orElseThrow().code());
            assertEquals(0, result.rows().size());
        }
    }

    private UsageJobs org() {
        return new UsageJobs(
                new SalesforceSession(org.configuration(), Clock.systemUTC()), Mapping::tailback, usage -> {});
    }

    private BulkJob job(UsageJobs jobs, BulkSettings settings) {
        JobNotes notes = new JobNotes(queue.queue(), new WorkerId("worker-1"));
        return new BulkJob(jobs, notes, waiting, settings, Clock.systemUTC());
    }

    private List<UsageSnapshot> snapshots(int count) {
        UsageRecord small = org.usage("Magic Ads", "Small", 1);
        return IntStream.range(0, count)
                .mapToObj(i -> new UsageSnapshot(UUID.randomUUID(), small.contractProductId(), 1, 1, false, "AD-1"))
                .toList();
    }
}
