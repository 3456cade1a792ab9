package dev.tailback.worker.bulk;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueStatus;
import dev.tailback.queue.QueueUnavailable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether so much waits that the next records go as a Bulk job. This worker runs one job at a time and sends no calls
 * beside it as long as the backlog is long. After a job that brought little, everything goes in calls for a while.
 */
@Singleton
public final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(30);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration AFTER_LITTLE = Duration.ofMinutes(10);
    private static final Duration AFTER_NOTHING_TO_TAKE = Duration.ofSeconds(30);

    private final BulkSettings settings;
    private final EntryQueue queue;
    private final Clock clock;
    private Instant lookedAt = Instant.EPOCH;
    private Instant restsUntil = Instant.EPOCH;
    private boolean tooMuch;
    private boolean running;

    /** What the next records are. */
    public enum Stand {
        /** They go in calls. */
        SHORT,
        /** They are for a job, which the caller begins; {@link #ended} follows. */
        LONG,
        /** A job runs; the rest waits for it. */
        JOB_RUNS
    }

    public Backlog(BulkSettings settings, EntryQueue queue, Clock clock) {
        this.settings = settings;
        this.queue = queue;
        this.clock = clock;
    }

    public synchronized Stand stand() {
        if (!isLong()) {
            return Stand.SHORT;
        }
        if (running) {
            return Stand.JOB_RUNS;
        }
        running = true;
        return Stand.LONG;
    }

    /** The job, and all that followed from it, is over. */
    public synchronized void ended() {
        running = false;
        lookedAt = Instant.EPOCH;
    }

    /** Much waits, but little of it can be taken: it is on hold, or belongs to few contracts. */
    public synchronized void givesTooLittle() {
        rest(AFTER_NOTHING_TO_TAKE);
    }

    /** What a job brought decides about the next. */
    public synchronized void learns(JobResult result) {
        result.failure().ifPresentOrElse(this::failed, () -> learnsFromRows(result));
    }

    private void failed(JobResult.Failure failure) {
        Duration rest = failure.refused() ? AFTER_REFUSAL : AFTER_FAILURE;
        LOG.warn(
                "A Bulk job did not run to its end ({}: {}): what it has not saved goes in calls, and so does the rest"
                        + " for {} min. WORKER_BULK_FROM=off turns Bulk jobs off",
                failure.code(),
                failure.reason(),
                rest.toMinutes());
        rest(rest);
    }

    private void learnsFromRows(JobResult result) {
        if (result.rows().size() * 2 < result.sent()) {
            LOG.warn(
                    "A Bulk job saved {} of {} records: the others go in calls, which tell why, and so does the rest for"
                            + " {} min",
                    result.rows().size(),
                    result.sent(),
                    AFTER_LITTLE.toMinutes());
            rest(AFTER_LITTLE);
        }
    }

    private void rest(Duration time) {
        restsUntil = clock.instant().plus(time);
    }

    private boolean isLong() {
        Instant now = clock.instant();
        if (settings.from().isEmpty() || now.isBefore(restsUntil)) {
            return false;
        }
        if (!now.isBefore(lookedAt.plus(LOOK))) {
            lookedAt = now;
            tooMuch = look(settings.from().getAsLong());
        }
        return tooMuch;
    }

    private boolean look(long from) {
        try {
            QueueStatus status = queue.operations().status();
            return status.open() && status.paused().isEmpty() && status.waitingEntries() >= from;
        } catch (QueueUnavailable down) {
            // The take says so, and logs it.
            return false;
        }
    }
}
