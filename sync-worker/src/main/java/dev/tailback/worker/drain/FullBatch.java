package dev.tailback.worker.drain;

import dev.tailback.queue.QueueStatus;

/** Whether enough records can be taken to fill a batch: those on hold, and those of contracts in hand, cannot. */
final class FullBatch {
    private final int size;
    private long outOfReach;

    FullBatch(int size) {
        this.size = size;
    }

    /** Whether the queue gives work now, and less than a batch. */
    boolean gathers(QueueStatus queue) {
        long waiting = queue.waitingEntries();
        outOfReach = queue.readyGroups() == 0 ? waiting : Math.min(outOfReach, waiting);
        return queue.open() && queue.paused().isEmpty() && waiting - outOfReach < size;
    }
}
