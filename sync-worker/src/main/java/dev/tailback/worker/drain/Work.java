package dev.tailback.worker.drain;

import java.util.List;

/**
 * What one sender gets at a time: one batch, or the batches of a long backlog.
 *
 * @param leases one or more
 * @param inBulk whether they are worth a Bulk job
 * @param atEnd what follows when nothing more is done about them
 */
record Work(List<Lease> leases, boolean inBulk, Runnable atEnd) {
    Work {
        leases = List.copyOf(leases);
    }

    static Work of(Lease lease) {
        return new Work(List.of(lease), false, () -> {});
    }

    int records() {
        return leases.stream().mapToInt(lease -> lease.batch().records().size()).sum();
    }
}
