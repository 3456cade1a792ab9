package dev.tailback.worker.drain;

import dev.tailback.queue.AdDetails;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.queue.UsageRecord;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.worker.breaker.QuotaReserve;
import dev.tailback.worker.report.WorkerId;
import dev.tailback.worker.report.WorkerMetrics;
import dev.tailback.worker.report.WorkerMetrics.Timed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The worker's calls to Salesforce: each is counted, timed, and its word about the daily allowance is noted. */
@Singleton
public final class SalesforceCalls {
    private static final UUID NO_ENTRY = new UUID(0, 0);

    private final UsageWriter writer;
    private final UsageReader reader;
    private final QuotaReserve quota;
    private final WorkerMetrics metrics;
    private final WorkerId worker;

    SalesforceCalls(
            UsageWriter writer, UsageReader reader, QuotaReserve quota, WorkerMetrics metrics, WorkerId worker) {
        this.writer = writer;
        this.reader = reader;
        this.quota = quota;
        this.metrics = metrics;
        this.worker = worker;
    }

    /** A call that was made, as people see it at each of its records. */
    record Call(String worker, Instant sentAt, Duration took, Delivery delivery) {

        Attempt attempt() {
            return attempt(false, Optional.empty());
        }

        Attempt attempt(RowAnswer row) {
            return row.fold(
                    accepted -> attempt(accepted.created(), Optional.empty()),
                    refused -> attempt(false, Optional.of(refused.json())));
        }

        private Attempt attempt(boolean created, Optional<String> answer) {
            return new Attempt(worker, sentAt, took, delivery.httpStatus(), created, answer);
        }
    }

    Call send(List<UsageRecord> records) {
        Timed<Delivery> call = metrics.timed(() ->
                writer.upsert(records.stream().map(SalesforceCalls::snapshot).toList()));
        quota.note(call.answer().apiUsage());
        return new Call(worker.text(), call.begunAt(), call.took(), call.answer());
    }

    /** Whether Salesforce answers at all: a small read shows it, because writes are what failed. */
    boolean salesforceAnswers() {
        return reader.byEntryIds(List.of(NO_ENTRY))
                .<Boolean>fold(found -> true, () -> true, refused -> true, unavailable -> false);
    }

    private static UsageSnapshot snapshot(UsageRecord record) {
        return new UsageSnapshot(
                record.entryId(),
                record.contractProductId(),
                record.version(),
                record.units(),
                record.cancelled(),
                record.adReference(),
                record.ad().map(SalesforceCalls::shown));
    }

    private static AdShown shown(AdDetails ad) {
        return new AdShown(ad.title(), ad.serviceDate(), ad.customerReference(), ad.link());
    }
}
