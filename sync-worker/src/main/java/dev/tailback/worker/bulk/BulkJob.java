package dev.tailback.worker.bulk;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.salesforce.bulk.JobFailed;
import dev.tailback.salesforce.bulk.JobReport;
import dev.tailback.salesforce.bulk.SavedRow;
import dev.tailback.salesforce.bulk.UsageJobs;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Bulk job, from its creation to the rows that it saved. It is noted in the queue before it begins, so that it is
 * ended when this worker dies. A job that cannot go on is ended at once; what it has saved counts.
 */
@Singleton
public final class BulkJob {
    private static final Logger LOG = LoggerFactory.getLogger(BulkJob.class);
    private static final int MOST_FAILED_REPORTS = 3;

    private final UsageJobs jobs;
    private final JobNotes notes;
    private final Waiting waiting;
    private final BulkSettings settings;
    private final Clock clock;

    public BulkJob(UsageJobs jobs, JobNotes notes, Waiting waiting, BulkSettings settings, Clock clock) {
        this.jobs = jobs;
        this.notes = notes;
        this.waiting = waiting;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param goesOn asked about twice a minute; false ends the job */
    public JobResult send(List<UsageSnapshot> snapshots, BooleanSupplier goesOn) {
        Instant begunAt = clock.instant();
        Map<UUID, SavedRow> rows = new HashMap<>();
        Optional<JobResult.Failure> failure = Optional.empty();
        try {
            String job = jobs.create();
            run(job, snapshots, goesOn).forEach(row -> rows.put(row.entryId(), row));
            LOG.info("Bulk job {} has saved {} of {} records", job, rows.size(), snapshots.size());
        } catch (JobFailed failed) {
            failure = Optional.of(new JobResult.Failure(failed.code(), failed.getMessage(), failed.isRefused()));
        } catch (QueueUnavailable down) {
            failure = Optional.of(new JobResult.Failure("QUEUE_DOWN", String.valueOf(down.getMessage()), false));
        }
        Duration took = Duration.between(begunAt, clock.instant());
        return new JobResult(begunAt, took, snapshots.size(), rows, failure);
    }

    private List<SavedRow> run(String job, List<UsageSnapshot> snapshots, BooleanSupplier goesOn) throws JobFailed {
        notes.keep(job);
        LOG.info("Bulk job {} begins with {} records", job, snapshots.size());
        try {
            jobs.upload(job, snapshots);
            jobs.begin(job);
            boolean over = awaitEnd(job, snapshots.size(), goesOn);
            List<SavedRow> saved = jobs.saved(job);
            if (over) {
                notes.tryToForget(job);
            }
            return saved;
        } catch (JobFailed | RuntimeException failed) {
            tryToEnd(job);
            throw failed;
        }
    }

    /** Whether it came to its own end. */
    private boolean awaitEnd(String job, int sent, BooleanSupplier goesOn) throws JobFailed {
        Instant begun = clock.instant();
        NextLook look = new NextLook(sent);
        int failed = 0;
        while (true) {
            waiting.rest(look.untilThen());
            Duration since = Duration.between(begun, clock.instant());
            if (!goesOn.getAsBoolean() || since.compareTo(settings.patience()) > 0) {
                return end(job);
            }
            notes.tryToKeep(job);
            try {
                JobReport report = jobs.report(job);
                if (report.state().isOver()) {
                    return true;
                }
                failed = 0;
                look.learns(report.processed(), since);
            } catch (JobFailed unanswered) {
                failed++;
                if (unanswered.isRefused() || failed == MOST_FAILED_REPORTS) {
                    throw unanswered;
                }
                look.learnsNothing();
            }
        }
    }

    /** Whether it had come to its own end before. */
    private boolean end(String job) throws JobFailed {
        try {
            jobs.abort(job);
            LOG.info("Bulk job {} is ended before its time", job);
            return false;
        } catch (JobFailed failed) {
            if (jobs.report(job).state().isOver()) {
                return true;
            }
            throw failed;
        }
    }

    // What does not work here is repeated when its note has grown old.
    private void tryToEnd(String job) {
        try {
            jobs.abort(job);
        } catch (JobFailed failed) {
            LOG.debug("Bulk job {} could not be ended: {}", job, failed.getMessage());
        }
    }
}
