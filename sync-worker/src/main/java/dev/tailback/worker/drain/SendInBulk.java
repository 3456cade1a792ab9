package dev.tailback.worker.drain;

import dev.tailback.queue.Settlement;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.salesforce.bulk.SavedRow;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.bulk.Backlog;
import dev.tailback.worker.bulk.BulkJob;
import dev.tailback.worker.bulk.JobResult;
import dev.tailback.worker.report.WorkerId;
import dev.tailback.worker.report.WorkerMetrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Sends the batches of a long backlog as one Bulk job. Only what the job has saved is decided by it: whatever it
 * refused or left goes in calls, which tell why and find who is to blame.
 */
@Singleton
final class SendInBulk {
    private static final OptionalInt OK = OptionalInt.of(200);

    private final BulkJob job;
    private final Backlog backlog;
    private final WorkerMetrics metrics;
    private final SenderWatch watch;
    private final WorkerId worker;

    SendInBulk(BulkJob job, Backlog backlog, WorkerMetrics metrics, SenderWatch watch, WorkerId worker) {
        this.job = job;
        this.backlog = backlog;
        this.metrics = metrics;
        this.watch = watch;
        this.worker = worker;
    }

    SavedInBulk send(List<Lease> leases) {
        List<UsageRecord> records = leases.stream()
                .flatMap(lease -> lease.batch().records().stream())
                .toList();
        List<UsageSnapshot> snapshots =
                records.stream().map(SalesforceCalls::snapshot).toList();
        JobResult result = send(snapshots, leases);
        backlog.learns(result);
        return saved(records, result);
    }

    private JobResult send(List<UsageSnapshot> snapshots, List<Lease> leases) {
        metrics.jobBegins(snapshots.size());
        String code = "WORKER_FAILED";
        int saved = 0;
        try {
            JobResult result = job.send(snapshots, () -> areOurs(leases));
            code = result.failure().map(JobResult.Failure::code).orElse("");
            saved = result.rows().size();
            return result;
        } finally {
            metrics.jobEnded(code, saved);
        }
    }

    // As long as one of the batches is ours, the job is worth its end.
    private boolean areOurs(List<Lease> leases) {
        boolean any = false;
        for (Lease lease : leases) {
            any |= watch.mayGoOn(lease, Duration.ZERO);
        }
        return any;
    }

    private SavedInBulk saved(List<UsageRecord> records, JobResult result) {
        Map<UUID, Settlement> decided = new HashMap<>();
        Map<UUID, Attempt> attempts = new HashMap<>();
        for (UsageRecord record : records) {
            Optional.ofNullable(result.rows().get(record.entryId()))
                    .filter(row -> row.version() == record.version())
                    .ifPresent(row -> {
                        decided.put(record.entryId(), record.accepted(row.salesforceId()));
                        attempts.put(record.entryId(), attempt(result, row));
                    });
        }
        return new SavedInBulk(decided, attempts);
    }

    private Attempt attempt(JobResult result, SavedRow row) {
        return new Attempt(worker.text(), result.begunAt(), result.took(), OK, row.created(), Optional.empty());
    }
}
