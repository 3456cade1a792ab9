package dev.tailback.worker.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tailback.mapping.Mapping;
import dev.tailback.queue.Settlement;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.testkit.SettableClock;
import dev.tailback.usage.UsageBatch;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.ScriptedSalesforce;
import dev.tailback.worker.ScriptedSalesforce.SentRow;
import dev.tailback.worker.breaker.BreakerSettings;
import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.breaker.QuotaReserve;
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
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Sends batches to a scripted Salesforce as a sender does, and says what became of their records. */
final class SendingUnderTest {
    static final String WORKER = "worker-1";

    private final SettableClock clock = new SettableClock();
    private final Waiting waiting = new Waiting();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CallsInFlight inFlight = new CallsInFlight(PaceSettings.standard());
    private final SalesforceCalls calls;
    private final Sending.Tools tools;

    SendingUnderTest(ScriptedSalesforce salesforce) {
        DrainSettings settings =
                DrainSettings.standard(Duration.ofSeconds(2)).withRestBeforeRepeat(Duration.ofMillis(1));
        RetryPolicy retryPolicy = new RetryPolicy(RetrySettings.standard(), new Random(1));
        SalesforceSession session = new SalesforceSession(salesforce.configuration(), clock);
        calls = new SalesforceCalls(
                new UsageWriter(session, Mapping::tailback),
                new UsageReader(session, Mapping::tailback),
                new Pace(PaceSettings.standard(), new QuotaReserve(BreakerSettings.standard()), clock),
                inFlight,
                new WorkerMetrics(registry, clock),
                new WorkerId(WORKER));
        tools = new Sending.Tools(
                calls,
                retryPolicy,
                new UncountedRetries(retryPolicy),
                new SenderWatch(waiting, new SignsOfLife(clock), new Failures(registry, clock), settings),
                settings);
    }

    SendResult send(List<UsageRecord> records) {
        return send(records, Duration.ofSeconds(60));
    }

    SendResult send(List<UsageRecord> records, Duration leaseLeft) {
        return new Sending(tools, lease(records, leaseLeft), new Permission.Granted(), SavedInBulk.NOTHING).send();
    }

    SendResult probe(List<UsageRecord> records) {
        return new Sending(tools, lease(records, Duration.ofSeconds(60)), new Permission.Probe(), SavedInBulk.NOTHING)
                .send();
    }

    CallsInFlight inFlight() {
        return inFlight;
    }

    SalesforceCalls calls() {
        return calls;
    }

    /** The worker is asked to stop. */
    void stop() {
        waiting.stop();
    }

    private Lease lease(List<UsageRecord> records, Duration left) {
        UsageBatch batch = new UsageBatch("batch", records, List.of());
        return new Lease(batch, clock, clock.instant().plus(left));
    }

    static boolean is(SentRow sent, UsageRecord record) {
        return sent.entryId().equals(record.entryId().toString());
    }

    static boolean holds(List<SentRow> sent, UsageRecord record) {
        return sent.stream().anyMatch(one -> is(one, record));
    }

    static List<String> ids(List<UsageRecord> records) {
        return records.stream().map(record -> record.entryId().toString()).toList();
    }

    static long accepted(SendResult sent, List<UsageRecord> records) {
        return records.stream()
                .filter(record -> sent.decidedOn(record).orElse(null) instanceof Settlement.Accepted)
                .count();
    }

    /** The records for which an attempt was counted. */
    static List<UsageRecord> counted(SendResult sent, List<UsageRecord> records) {
        return records.stream()
                .filter(record -> sent.decidedOn(record)
                        .filter(settled -> counts(settled, record))
                        .isPresent())
                .toList();
    }

    private static boolean counts(Settlement settlement, UsageRecord record) {
        return settlement instanceof Settlement.Parked
                || settlement instanceof Settlement.RetryLater later && later.attempts() > record.attempts();
    }

    static Settlement settlement(SendResult sent, UsageRecord record) {
        return sent.decidedOn(record).orElseThrow();
    }

    static Settlement.Parked parked(SendResult sent, UsageRecord record) {
        return assertInstanceOf(Settlement.Parked.class, settlement(sent, record));
    }

    static Settlement.RetryLater retried(SendResult sent, UsageRecord record) {
        return retriedWith(record.attempts() + 1, settlement(sent, record));
    }

    static Settlement.RetryLater retriedUncounted(SendResult sent, UsageRecord record) {
        return retriedWith(record.attempts(), settlement(sent, record));
    }

    private static Settlement.RetryLater retriedWith(int attempts, Settlement settlement) {
        Settlement.RetryLater later = assertInstanceOf(Settlement.RetryLater.class, settlement);
        assertEquals(attempts, later.attempts());
        return later;
    }
}
