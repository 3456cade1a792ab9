package dev.tailback.worker.drain;

import dev.tailback.queue.AdDetails;
import dev.tailback.queue.UsageRecord;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.worker.breaker.QuotaReserve;
import dev.tailback.worker.report.WorkerMetrics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The worker's calls to Salesforce: each is counted, timed, and its word about the daily allowance is noted. */
@Singleton
public final class SalesforceCalls {
    private static final UUID NO_ENTRY = new UUID(0, 0);

    private final UsageWriter writer;
    private final UsageReader reader;
    private final QuotaReserve quota;
    private final WorkerMetrics metrics;

    SalesforceCalls(UsageWriter writer, UsageReader reader, QuotaReserve quota, WorkerMetrics metrics) {
        this.writer = writer;
        this.reader = reader;
        this.quota = quota;
        this.metrics = metrics;
    }

    Delivery send(List<UsageRecord> records) {
        Delivery delivery = metrics.timed(() ->
                writer.upsert(records.stream().map(SalesforceCalls::snapshot).toList()));
        quota.note(delivery.apiUsage());
        return delivery;
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
