package dev.tailback.crm.salesforce;

import dev.tailback.crm.Answer;
import dev.tailback.salesforce.bulk.JobState;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets a job of Bulk API 2.0 write many records: creates it, fills it, lets it begin and watches it until it is over. Until
 * it begins, nothing is written, whatever is lost on the way. One that takes too long is ended, so that nothing comes
 * late; one that cannot be watched any more is left to the org.
 */
final class RunJob {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final JobCalls calls;

    RunJob(JobCalls calls) {
        this.calls = calls;
    }

    /** @return an answer that is not given says that nothing was written */
    Answer<JobResults> run(String object, JobRecords records, Patience patience) {
        return calls.create(object, records.keyField())
                .flatMap(job -> begun(job, records))
                .map(job -> new ReadJobResults(calls, patience).of(job, watched(job, patience), records.keyField()));
    }

    /** A job that does not begin is not left open. */
    private Answer<String> begun(String job, JobRecords records) {
        Answer<String> begun = calls.upload(job, records.text().bytes()).flatMap(calls::begin);
        boolean isBegun = begun.fold(given -> true, refused -> false, away -> false);
        if (!isBegun) {
            calls.abort(job);
        }
        return begun;
    }

    private JobEnding watched(String job, Patience patience) {
        for (Duration pause = FIRST_PAUSE; patience.untilNextLook(pause); pause = longer(pause)) {
            Optional<JobEnding> ending = calls.look(job)
                    .fold(
                            told -> seen(job, told),
                            refused -> Optional.of(JobEnding.outOfSight(refused.reason())),
                            away -> Optional.empty());
            if (ending.isPresent()) {
                return ending.get();
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            return JobEnding.stopped();
        }
        calls.abort(job);
        return JobEnding.late();
    }

    /** One that is still open was not told to begin: that call was lost. */
    private Optional<JobEnding> seen(String job, JobCalls.Told told) {
        if (told.state() == JobState.OPEN) {
            calls.begin(job);
        }
        return told.state().isOver() ? Optional.of(JobEnding.of(told)) : Optional.empty();
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }
}
