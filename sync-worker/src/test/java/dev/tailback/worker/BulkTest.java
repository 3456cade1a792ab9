package dev.tailback.worker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.salesforce.bulk.JobFailed;
import dev.tailback.salesforce.bulk.JobState;
import dev.tailback.salesforce.bulk.UsageJobs;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.bulk.BulkSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A long backlog on its way into a local org: real Redis, a whole worker, Bulk jobs that execute our metadata. */
class BulkTest {
    private static final String MAGIC_ADS = "Magic Ads";
    private static final String HARBOUR = "Harbour";
    private static final String UPSERTS = "PATCH /composite/sobjects/{object}/{field}";
    private static final String JOBS = "POST /jobs/ingest";

    private final WorkersUnderTest workers = new WorkersUnderTest();
    private final QueueUnderTest queue = workers.queue();
    private final Org org = Org.start();

    @AfterEach
    void close() {
        workers.close();
        org.close();
    }

    @Test
    void a_long_backlog_goes_as_one_job() {
        List<UsageRecord> backlog = backlog(300);
        queue.rebuilt(backlog.toArray(UsageRecord[]::new));
        RunningWorker worker = workers.start(org.configuration(), inBulkFrom("500"));

        for (UsageRecord record : backlog) {
            Outcome accepted = queue.outcome(record, OutcomeKind.ACCEPTED);
            assertEquals(org.held(record).map(HeldUsage::salesforceId), accepted.acceptedId());
        }
        assertEquals(300, org.usageRows(MAGIC_ADS));
        assertEquals(300, org.usageRows(HARBOUR));
        assertEquals(1, org.calls(JOBS));
        assertEquals(0, org.calls(UPSERTS));
        assertTrue(worker.get("/prometheus").contains("tailback_worker_bulk_records_total 600.0"));
        assertEquals(List.of(), queue.queue().operations().notedJobs());
    }

    @Test
    void the_outcome_says_how_the_record_was_sent() {
        List<UsageRecord> backlog = backlog(150);
        queue.rebuilt(backlog.toArray(UsageRecord[]::new));
        workers.start(org.configuration(), inBulkFrom("200"));

        Outcome outcome = queue.outcome(backlog.get(0), OutcomeKind.ACCEPTED);
        assertTrue(outcome.attempt().orElseThrow().created());
        assertEquals(200, outcome.attempt().orElseThrow().status().orElseThrow());
    }

    @Test
    void what_a_job_refuses_goes_in_calls_which_find_out_why() {
        UsageRecord nowhere = UsageRecords.usage("800000000000001AAA", "a0X000000000001AAA", 1);
        List<UsageRecord> good = backlog(150);
        queue.rebuilt(Stream.concat(good.stream(), Stream.of(nowhere)).toArray(UsageRecord[]::new));
        workers.start(org.configuration(), inBulkFrom("200"));

        assertFalse(queue.outcome(nowhere, OutcomeKind.PARKED)
                .reason()
                .orElseThrow()
                .isBlank());
        good.forEach(record -> queue.outcome(record, OutcomeKind.ACCEPTED));
        assertEquals(1, org.calls(JOBS));
        assertEquals(1, org.calls(UPSERTS));
    }

    @Test
    void an_old_version_never_overwrites_a_newer_one() {
        UsageRecord newer = org.usage(MAGIC_ADS, "Small", 7);
        UsageRecord newest = version(newer, 5, 7);
        queue.rebuilt();
        workers.start(org.configuration(), inBulkFrom("200"));
        queue.offer(newest);
        queue.outcome(newest, OutcomeKind.ACCEPTED);
        workers.close();

        try (WorkersUnderTest later = new WorkersUnderTest()) {
            UsageRecord older = version(newer, 4, 1);
            List<UsageRecord> backlog = new ArrayList<>(backlog(150));
            backlog.add(older);
            later.queue().rebuilt(backlog.toArray(UsageRecord[]::new));
            later.start(org.configuration(), inBulkFrom("200"));

            later.queue().outcome(older, OutcomeKind.STALE);
            assertEquals(7, org.held(older).orElseThrow().units());
        }
    }

    @Test
    void usage_of_a_fulfilled_contract_stays_as_it_is() {
        org.fulfil(HARBOUR);
        List<UsageRecord> backlog = backlog(150);
        queue.rebuilt(backlog.toArray(UsageRecord[]::new));
        workers.start(org.configuration(), inBulkFrom("200"));

        backlog.subList(0, 150).forEach(record -> queue.outcome(record, OutcomeKind.ACCEPTED));
        backlog.subList(150, 300).forEach(record -> queue.outcome(record, OutcomeKind.PARKED));
        assertEquals(0, org.usageRows(HARBOUR));
    }

    @Test
    void an_operator_can_turn_jobs_off() {
        List<UsageRecord> backlog = backlog(150);
        queue.rebuilt(backlog.toArray(UsageRecord[]::new));
        workers.start(org.configuration(), inBulkFrom("off"));

        backlog.forEach(record -> queue.outcome(record, OutcomeKind.ACCEPTED));
        assertEquals(0, org.calls(JOBS));
    }

    @Test
    void an_org_that_knows_no_jobs_gets_calls() {
        try (ScriptedSalesforce salesforce = new ScriptedSalesforce()) {
            List<UsageRecord> backlog = UsageRecords.usagesOf(3, 200);
            queue.rebuilt(backlog.toArray(UsageRecord[]::new));
            workers.start(salesforce.configuration(), inBulkFrom("200"));

            backlog.forEach(record -> queue.outcome(record, OutcomeKind.ACCEPTED));
            assertEquals(
                    backlog.size(),
                    salesforce.writes().stream().mapToInt(List::size).sum());
            assertEquals(List.of(), queue.queue().operations().audit());
        }
    }

    @Test
    void a_job_whose_worker_has_died_is_ended_and_forgotten() {
        queue.rebuilt();
        queue.queue().operations().noteJob("750000000000001AAA", "worker-that-died");
        workers.start(
                org.configuration(),
                RunningWorker.impatient()
                        .with(BulkSettings.standard(Duration.ofSeconds(20)).withSilence(Duration.ZERO)));

        await().until(() -> queue.queue().operations().notedJobs().isEmpty());
        assertEquals(1, org.calls("GET /jobs/ingest/{id}"));
    }

    @Test
    void a_job_that_still_runs_without_its_worker_is_ended() throws JobFailed {
        UsageJobs jobs = new UsageJobs(
                new SalesforceSession(org.configuration(), Clock.systemUTC()), Mapping::tailback, usage -> {});
        String job = jobs.create();
        queue.rebuilt();
        queue.queue().operations().noteJob(job, "worker-that-died");
        workers.start(
                org.configuration(),
                RunningWorker.impatient()
                        .with(BulkSettings.standard(Duration.ofSeconds(20)).withSilence(Duration.ZERO)));

        await().until(() -> queue.queue().operations().notedJobs().isEmpty());
        assertEquals(JobState.ABORTED, jobs.report(job).state());
    }

    private static UsageRecord version(UsageRecord record, long version, int units) {
        return UsageRecords.version(record.entryId(), record.contractId(), record.contractProductId(), version, units);
    }

    /** So many records for each of two customers. */
    private List<UsageRecord> backlog(int each) {
        UsageRecord small = org.usage(MAGIC_ADS, "Small", 1);
        UsageRecord other = org.usage(HARBOUR, "Small", 1);
        return Stream.of(small, other)
                .flatMap(one -> IntStream.range(0, each)
                        .mapToObj(i -> UsageRecords.usage(one.contractId(), one.contractProductId(), 1)))
                .toList();
    }

    private static WorkerSettings inBulkFrom(String from) {
        return RunningWorker.impatient()
                .with(BulkSettings.standard(Duration.ofSeconds(20)).withFrom(from));
    }
}
