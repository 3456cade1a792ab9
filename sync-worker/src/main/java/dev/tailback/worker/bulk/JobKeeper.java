package dev.tailback.worker.bulk;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.NotedJob;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.salesforce.bulk.JobFailed;
import dev.tailback.salesforce.bulk.UsageJobs;
import dev.tailback.worker.loops.Loops;
import dev.tailback.worker.waiting.Waiting;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the jobs of workers that have died. Their records wait in the queue again and are sent anew, so a job that went
 * on would only write the same again, or arrive long after. A job that has ended by itself is forgotten.
 */
@Singleton
public final class JobKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(JobKeeper.class);
    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final EntryQueue queue;
    private final UsageJobs jobs;
    private final BulkSettings settings;
    private final Waiting waiting;
    private final Loops loops;

    JobKeeper(EntryQueue queue, UsageJobs jobs, BulkSettings settings, Waiting waiting, Loops loops) {
        this.queue = queue;
        this.jobs = jobs;
        this.settings = settings;
        this.waiting = waiting;
        this.loops = loops;
    }

    @EventListener
    void begin(ServerStartupEvent started) {
        loops.daemon("job-keeper", this::round, () -> {}).start();
    }

    private void round() {
        look();
        waiting.rest(PERIOD);
    }

    void look() {
        try {
            queue.operations().notedJobs().stream()
                    .filter(job -> job.silentFor().compareTo(settings.silence()) > 0)
                    .forEach(this::end);
        } catch (QueueUnavailable down) {
            LOG.debug("The jobs that run are not known: {}", down.getMessage());
        }
    }

    private void end(NotedJob job) {
        try {
            if (!UsageJobs.isJobId(job.jobId())
                    || jobs.report(job.jobId()).state().isOver()) {
                forget(job, "had come to its end");
            } else {
                jobs.abort(job.jobId());
                forget(job, "still ran and is ended; what it has not saved is sent again");
            }
        } catch (JobFailed failed) {
            if (failed.isRefused()) {
                forget(job, "cannot be asked for any more (" + failed.code() + ")");
            } else {
                LOG.debug("Bulk job {} could not be ended: {}", job.jobId(), failed.getMessage());
            }
        }
    }

    private void forget(NotedJob job, String why) {
        queue.operations().forgetJob(job.jobId());
        LOG.info("Bulk job {} of worker {}, which is gone, {}", job.jobId(), job.workerId(), why);
    }
}
