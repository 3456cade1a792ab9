package dev.tailback.worker.drain;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.queue.Batch;
import dev.tailback.salesforce.bulk.UsageJobs;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.testservices.TestServices;
import dev.tailback.tracing.Traces;
import dev.tailback.usage.UsageBatch;
import dev.tailback.worker.QueueUnderTest;
import dev.tailback.worker.ScriptedSalesforce;
import dev.tailback.worker.UsageRecords;
import dev.tailback.worker.breaker.BreakerSettings;
import dev.tailback.worker.breaker.CircuitBreaker;
import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.breaker.QuotaReserve;
import dev.tailback.worker.bulk.Backlog;
import dev.tailback.worker.bulk.BulkJob;
import dev.tailback.worker.bulk.BulkSettings;
import dev.tailback.worker.bulk.JobNotes;
import dev.tailback.worker.loops.Failures;
import dev.tailback.worker.loops.SignsOfLife;
import dev.tailback.worker.pace.CallsInFlight;
import dev.tailback.worker.pace.Pace;
import dev.tailback.worker.pace.PaceSettings;
import dev.tailback.worker.report.WorkerId;
import dev.tailback.worker.report.WorkerMetrics;
import dev.tailback.worker.verdict.RetryPolicy;
import dev.tailback.worker.verdict.RetrySettings;
import dev.tailback.worker.waiting.Waiting;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Senders on real Redis, with a clock that fails as memory, stack or a missing class would: in the middle of anything.
 */
class SendersTest {
    private static final Duration LEASE = Duration.ofSeconds(2);

    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final QueueUnderTest queue = new QueueUnderTest(TestServices.emptyRedis());
    private final Waiting waiting = new Waiting();
    private final Clock clock = Clock.systemUTC();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SignsOfLife signs = new SignsOfLife(clock);
    private final Failures failures = new Failures(registry, clock);
    private final DrainSettings settings =
            DrainSettings.standard(Duration.ofSeconds(1)).withLease(LEASE);
    private final PaceSettings pace = PaceSettings.standard().withInFlight(1, 1);
    private final CallsInFlight inFlight = new CallsInFlight(pace);
    private final SenderWatch watch = new SenderWatch(waiting, signs, failures, settings);
    private final Leases leases = new Leases(queue.queue(), settings, clock, signs, failures);

    @AfterEach
    void close() {
        leases.close();
        queue.close();
        salesforce.close();
    }

    @Test
    void an_error_in_a_sender_is_counted_frees_its_place_and_lets_its_lease_end() throws InterruptedException {
        queue.rebuilt(UsageRecords.usagesOf(1, 1).get(0));
        UsageBatch batch = UsageBatch.of((Batch) queue.queue().take("of-the-failing-sender", 200, LEASE));
        Senders senders = new Senders(new WorkBatches(work(), bulk(), watch, Traces.off()), leases, watch, inFlight);
        assertTrue(senders.awaitFree(Duration.ofSeconds(1)));
        AtomicBoolean failing = new AtomicBoolean();
        Lease lease = new Lease(batch, failingWhen(failing), clock.instant().plus(LEASE));
        failing.set(true);

        senders.send(Work.of(lease), new Permission.Granted());

        await().until(() -> senders.awaitFree(Duration.ofSeconds(1)));
        assertEquals("StackOverflowError", failures.goingOn().get("sender").what());
        assertEquals(Map.of(), signs.stuck());
        await().until(() -> queue.queue().take("of-another", 200, LEASE) instanceof Batch);
    }

    /** Of no use here: no backlog is that long. */
    private SendInBulk bulk() {
        BulkSettings bulk = BulkSettings.standard(Duration.ofSeconds(1));
        SalesforceSession session = new SalesforceSession(salesforce.configuration(), clock);
        return new SendInBulk(
                new BulkJob(
                        new UsageJobs(session, Mapping::tailback, usage -> {}),
                        new JobNotes(queue.queue(), new WorkerId("worker-1")),
                        waiting,
                        bulk,
                        clock),
                new Backlog(bulk, queue.queue(), clock),
                new WorkerMetrics(registry, clock),
                watch,
                new WorkerId("worker-1"));
    }

    private WorkBatch work() {
        SalesforceSession session = new SalesforceSession(salesforce.configuration(), clock);
        QuotaReserve quota = new QuotaReserve(BreakerSettings.standard());
        WorkerMetrics metrics = new WorkerMetrics(registry, clock);
        SalesforceCalls calls = new SalesforceCalls(
                new UsageWriter(session, Mapping::tailback),
                new UsageReader(session, Mapping::tailback),
                new Pace(pace, quota, clock),
                inFlight,
                metrics,
                new WorkerId("worker-1"));
        RetryPolicy retryPolicy = new RetryPolicy(RetrySettings.standard(), new Random(1));
        return new WorkBatch(
                new Sending.Tools(calls, retryPolicy, new UncountedRetries(retryPolicy), watch, settings),
                new SettleBatch(queue.queue(), metrics, watch, Traces.off()),
                new CircuitBreaker(BreakerSettings.standard(), clock, new Random(1)),
                quota,
                waiting);
    }

    private static Clock failingWhen(AtomicBoolean failing) {
        return new Clock() {
            @Override
            public Instant instant() {
                if (failing.get()) {
                    throw new StackOverflowError("test");
                }
                return Instant.now();
            }

            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }
}
