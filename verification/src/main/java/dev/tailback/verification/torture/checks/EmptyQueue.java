package dev.tailback.verification.torture.checks;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueStatus;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import java.time.Duration;

/** When all is reported, Redis holds nothing but a little book-keeping. */
final class EmptyQueue {
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    private final EntryQueue queue;
    private final Differences differences;

    EmptyQueue(EntryQueue queue, Differences differences) {
        this.queue = queue;
        this.differences = differences;
    }

    void check() {
        if (!Await.until(() -> isEmpty(queue.operations().status()), SETTLED_WITHIN)) {
            differences.add(
                    Harm.LEFT_IN_REDIS,
                    "Redis is not empty: " + queue.operations().status() + ".");
        }
        queue.operations().audit().forEach(sentence -> differences.add(Harm.LEFT_IN_REDIS, "Redis: " + sentence + "."));
    }

    private static boolean isEmpty(QueueStatus status) {
        return status.open()
                && status.readyGroups() == 0
                && status.waitingEntries() == 0
                && status.entriesInFlight() == 0
                && status.batchesInFlight() == 0
                && status.delayedEntries() == 0
                && status.outcomesWaiting() == 0
                && status.outcomesAside() == 0;
    }
}
