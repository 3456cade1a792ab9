package dev.tailback.worker;

import static dev.tailback.program.Variable.WORKER_BATCH_SIZE;
import static dev.tailback.program.Variable.WORKER_BULK_FROM;
import static dev.tailback.program.Variable.WORKER_CALLS_IN_FLIGHT;
import static dev.tailback.program.Variable.WORKER_FIRST_RETRY;
import static dev.tailback.program.Variable.WORKER_LEASE;
import static dev.tailback.program.Variable.WORKER_LONGEST_PROBE_WAIT;
import static dev.tailback.program.Variable.WORKER_LONGEST_RETRY;
import static dev.tailback.program.Variable.WORKER_QUOTA_SHARE;
import static dev.tailback.program.Variable.WORKER_QUOTA_WAIT;
import static dev.tailback.program.Variable.WORKER_REPORT_WITHIN;
import static dev.tailback.program.Variable.WORKER_RETRY_LIMIT;
import static dev.tailback.program.Variable.WORKER_STOP_WITHIN;

import dev.tailback.program.Durations;
import dev.tailback.program.Environment;
import dev.tailback.worker.breaker.BreakerSettings;
import dev.tailback.worker.bulk.BulkSettings;
import dev.tailback.worker.drain.DrainSettings;
import dev.tailback.worker.pace.PaceSettings;
import dev.tailback.worker.verdict.RetrySettings;
import java.time.Duration;

/** Everything about the worker that can be set, feature by feature; each record states its defaults. */
public record WorkerSettings(
        DrainSettings drain, RetrySettings retry, BreakerSettings outage, PaceSettings pace, BulkSettings bulk) {

    /** @param callLimit the longest a write to Salesforce may take */
    public static WorkerSettings standard(Duration callLimit) {
        return new WorkerSettings(
                DrainSettings.standard(callLimit),
                RetrySettings.standard(),
                BreakerSettings.standard(),
                PaceSettings.standard(),
                BulkSettings.standard(callLimit));
    }

    static WorkerSettings read(Environment environment, Duration callLimit) {
        WorkerSettings standard = standard(callLimit);
        return new WorkerSettings(
                drain(environment, standard.drain),
                retry(environment, standard.retry),
                outage(environment, standard.outage),
                pace(environment, standard.pace),
                environment.changed(WORKER_BULK_FROM, standard.bulk, standard.bulk::withFrom));
    }

    private static DrainSettings drain(Environment environment, DrainSettings standard) {
        DrainSettings size = environment.changed(
                WORKER_BATCH_SIZE, standard, text -> standard.withBatchSize(Integer.parseInt(text)));
        DrainSettings lease = environment.changed(WORKER_LEASE, size, text -> size.withLease(Durations.parse(text)));
        return environment.changed(WORKER_STOP_WITHIN, lease, text -> lease.withStopWithin(Durations.parse(text)));
    }

    private static RetrySettings retry(Environment environment, RetrySettings standard) {
        RetrySettings limit =
                environment.changed(WORKER_RETRY_LIMIT, standard, text -> standard.withLimit(Integer.parseInt(text)));
        RetrySettings first = environment.changed(
                WORKER_FIRST_RETRY, limit, text -> limit.withDelays(Durations.parse(text), limit.longest()));
        return environment.changed(
                WORKER_LONGEST_RETRY, first, text -> first.withDelays(first.first(), Durations.parse(text)));
    }

    private static BreakerSettings outage(Environment environment, BreakerSettings standard) {
        BreakerSettings share = environment.changed(
                WORKER_QUOTA_SHARE, standard, text -> standard.withQuotaShare(Double.parseDouble(text)));
        BreakerSettings probes = environment.changed(
                WORKER_LONGEST_PROBE_WAIT,
                share,
                text -> share.withWaits(share.firstWait(), Durations.parse(text), share.quotaWait()));
        return environment.changed(
                WORKER_QUOTA_WAIT,
                probes,
                text -> probes.withWaits(probes.firstWait(), probes.longestWait(), Durations.parse(text)));
    }

    private static PaceSettings pace(Environment environment, PaceSettings standard) {
        PaceSettings calls = environment.changed(WORKER_CALLS_IN_FLIGHT, standard, standard::withInFlight);
        return environment.changed(WORKER_REPORT_WITHIN, calls, text -> calls.withReportWithin(Durations.parse(text)));
    }

    public WorkerSettings with(DrainSettings drain) {
        return new WorkerSettings(drain, retry, outage, pace, bulk);
    }

    public WorkerSettings with(RetrySettings retry) {
        return new WorkerSettings(drain, retry, outage, pace, bulk);
    }

    public WorkerSettings with(BreakerSettings outage) {
        return new WorkerSettings(drain, retry, outage, pace, bulk);
    }

    public WorkerSettings with(PaceSettings pace) {
        return new WorkerSettings(drain, retry, outage, pace, bulk);
    }

    public WorkerSettings with(BulkSettings bulk) {
        return new WorkerSettings(drain, retry, outage, pace, bulk);
    }
}
