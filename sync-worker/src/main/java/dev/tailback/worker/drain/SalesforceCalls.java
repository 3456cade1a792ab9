package dev.tailback.worker.drain;

import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.usage.AdDetails;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.pace.CallsInFlight;
import dev.tailback.worker.pace.Pace;
import dev.tailback.worker.report.WorkerId;
import dev.tailback.worker.report.WorkerMetrics;
import dev.tailback.worker.report.WorkerMetrics.Timed;
import dev.tailback.worker.verdict.CallFault;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The worker's calls to Salesforce: each is counted and timed, and what it says of the day's calls and of the number of
 * calls at one time is noted.
 */
@Singleton
public final class SalesforceCalls {
    private static final UUID NO_ENTRY = new UUID(0, 0);

    private final UsageWriter writer;
    private final UsageReader reader;
    private final Pace pace;
    private final CallsInFlight inFlight;
    private final WorkerMetrics metrics;
    private final WorkerId worker;

    SalesforceCalls(
            UsageWriter writer,
            UsageReader reader,
            Pace pace,
            CallsInFlight inFlight,
            WorkerMetrics metrics,
            WorkerId worker) {
        this.writer = writer;
        this.reader = reader;
        this.pace = pace;
        this.inFlight = inFlight;
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
        List<UsageSnapshot> snapshots =
                records.stream().map(SalesforceCalls::snapshot).toList();
        long begun = inFlight.begins();
        Timed<Delivery> call = metrics.timed(() -> writer.upsert(snapshots));
        inFlight.ended(begun, records.size(), call.took(), call.answer());
        pace.called();
        pace.told(call.answer().apiUsage());
        return new Call(worker.text(), call.begunAt(), call.took(), call.answer());
    }

    /** Whether fewer calls at one time will do, so that not all sending has to pause. */
    boolean fewerWillDo(CallFault fault) {
        return inFlight.fewerWillDo(fault.refusal().code());
    }

    /** Whether Salesforce answers at all: a small read shows it, because writes are what failed. */
    boolean salesforceAnswers() {
        pace.called();
        return reader.byEntryIds(List.of(NO_ENTRY))
                .<Boolean>fold(found -> true, () -> true, refused -> true, unavailable -> false);
    }

    /** As it is sent, in whatever way. */
    static UsageSnapshot snapshot(UsageRecord record) {
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
