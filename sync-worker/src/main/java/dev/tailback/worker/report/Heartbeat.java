package dev.tailback.worker.report;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.worker.pace.Pace;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports the state of the worker to the queue, every few seconds and at once after a change; the service app shows it
 * to people. It also counts the reports of the workers.
 */
@Singleton
public final class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final EntryQueue queue;
    private final Reports reports;
    private final Pace pace;
    private final Waiting waiting;

    Heartbeat(EntryQueue queue, Reports reports, Pace pace, Waiting waiting) {
        this.queue = queue;
        this.reports = reports;
        this.pace = pace;
        this.waiting = waiting;
    }

    /** Reports, and then waits for the next change. */
    public void round() {
        long mark = waiting.mark();
        tell(reports.now());
        countWorkers();
        waiting.forChange(mark, PERIOD);
    }

    /** Reports that the worker stops. */
    public void last() {
        tell(reports.stopping());
    }

    // They share the org's calls.
    private void countWorkers() {
        try {
            pace.shareWith((int) queue.operations().workers().stream()
                    .filter(worker -> worker.state() != WorkerState.STOPPING)
                    .count());
        } catch (QueueUnavailable down) {
            LOG.debug("The other workers are not known: {}", down.getMessage());
        }
    }

    private void tell(WorkerReport report) {
        try {
            queue.operations().report(report);
        } catch (QueueUnavailable down) {
            LOG.debug("The worker's report was not taken: {}", down.getMessage());
        }
    }
}
