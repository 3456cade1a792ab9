package dev.tailback.worker.bulk;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.worker.report.WorkerId;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What other workers can read of this worker's jobs. */
@Singleton
public final class JobNotes {
    private static final Logger LOG = LoggerFactory.getLogger(JobNotes.class);

    private final EntryQueue queue;
    private final WorkerId worker;

    public JobNotes(EntryQueue queue, WorkerId worker) {
        this.queue = queue;
        this.worker = worker;
    }

    /** @throws QueueUnavailable a job that nobody else knows of must not begin */
    void keep(String job) {
        queue.operations().noteJob(job, worker.text());
    }

    void tryToKeep(String job) {
        attempt(job, () -> keep(job));
    }

    void tryToForget(String job) {
        attempt(job, () -> queue.operations().forgetJob(job));
    }

    private static void attempt(String job, Runnable note) {
        try {
            note.run();
        } catch (QueueUnavailable down) {
            LOG.debug("The note of Bulk job {} is as it was: {}", job, down.getMessage());
        }
    }
}
