package dev.tailback.app.layout;

import dev.tailback.app.operator.sync.SyncView;
import dev.tailback.app.operator.sync.WayReason;
import dev.tailback.app.operator.sync.WorkerView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why nothing is on its way to Salesforce now, for everyone to see.
 *
 * @param reasons in the order people should read them; empty when the way is free
 * @param since since when the oldest of them holds, where known
 * @param nextProbeAt when it is tried again, where known
 * @param unreported entries that wait or retry
 */
public record SyncBanner(
        List<WayReason> reasons, Optional<Instant> since, Optional<Instant> nextProbeAt, long unreported) {

    public static SyncBanner of(SyncView sync) {
        List<WorkerView> out = sync.workers().stream()
                .filter(worker -> worker.state().equals("outage"))
                .toList();
        Optional<Instant> since = sync.queue()
                .pausedSince()
                .or(() -> out.stream().map(WorkerView::since).min(Comparator.naturalOrder()));
        Optional<Instant> probe =
                out.stream().flatMap(worker -> worker.nextProbeAt().stream()).min(Comparator.naturalOrder());
        return new SyncBanner(WayReason.of(sync), since, probe, sync.waiting() + sync.retrying());
    }

    /** The queue is filled from the ledger, as after each of its starts, and nothing else is wrong. */
    public boolean isRebuilding() {
        return reasons.size() == 1 && reasons.get(0).isRebuild();
    }

    public boolean isClear() {
        return reasons.isEmpty();
    }

    /** Changes exactly when what people see changes. */
    public String fingerprint() {
        return Fingerprint.of(reasons, since, nextProbeAt, isClear() ? 0 : unreported);
    }
}
