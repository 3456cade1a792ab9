package dev.tailback.worker.drain;

import dev.tailback.tracing.Traces;
import dev.tailback.worker.breaker.Permission;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What happens to the batches of one sender: those of a long backlog go as one Bulk job first. Then each is sent, as
 * far as it is not decided, and settled.
 */
@Singleton
public final class WorkBatches {
    private final WorkBatch work;
    private final SendInBulk bulk;
    private final SenderWatch watch;
    private final Traces traces;

    WorkBatches(WorkBatch work, SendInBulk bulk, SenderWatch watch, Traces traces) {
        this.work = work;
        this.bulk = bulk;
        this.watch = watch;
        this.traces = traces;
    }

    void work(Work todo, Permission permission) {
        List<Lease> leases = todo.leases();
        SavedInBulk saved = todo.inBulk() ? bulk.send(leases) : SavedInBulk.NOTHING;
        boolean goesOn = true;
        for (Lease lease : leases) {
            leases.forEach(watch::turned);
            SavedInBulk ofBatch = saved.of(lease.batch().records());
            goesOn = goesOn ? send(lease, permission, ofBatch) : work.giveBack(lease, ofBatch);
        }
    }

    /** Whether sending goes on after it. */
    private boolean send(Lease lease, Permission permission, SavedInBulk saved) {
        return traces.batch("usage batch", lease.batch().traces(), step -> {
            step.with("batch.records", lease.batch().records().size());
            return work.work(lease, permission, saved);
        });
    }
}
