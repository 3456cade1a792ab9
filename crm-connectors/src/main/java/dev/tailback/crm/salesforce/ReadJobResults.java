package dev.tailback.crm.salesforce;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.salesforce.bulk.JobFailed;
import dev.tailback.salesforce.bulk.ResultRows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks a job what became of its records. A list that cannot be read leaves the records unknown that it would tell of. */
record ReadJobResults(JobCalls calls, Patience patience) {

    private static final int MOST_PAGES = 20;
    private static final int MOST_TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    JobResults of(String job, JobEnding ending, String keyField) {
        JobResults results = new JobResults(ending.otherwise());
        if (ending.isToldOf()) {
            read(
                    calls.address(job, "successfulResults"),
                    List.of(keyField, ResultRows.ID, ResultRows.CREATED),
                    row -> SaveResult.ofSavedRow(row.get(1), row.get(2)),
                    results);
            read(
                    calls.address(job, "failedResults"),
                    List.of(keyField, ResultRows.ERROR),
                    row -> SaveResult.ofRefusedRow(row.get(1)),
                    results);
            ending.failed()
                    .ifPresent(why -> read(
                            calls.address(job, "unprocessedrecords"),
                            List.of(keyField),
                            row -> unprocessed(why),
                            results));
        }
        return results;
    }

    /** A failed job has nothing in hand any more, so these were not written. */
    private static Written unprocessed(String why) {
        return new Written.Refused(
                why.startsWith("InvalidBatch") ? "INVALID_BATCH" : "JOB_FAILED",
                "Salesforce's Bulk job failed before it came to this record: " + why,
                Optional.empty(),
                true);
    }

    private void read(
            String address, List<String> columns, Function<List<String>, Written> verdict, JobResults results) {
        Optional<String> page = Optional.of(address);
        for (int pages = 0; page.isPresent() && pages < MOST_PAGES && !patience.isOver(); pages++) {
            String asked = page.get();
            page = insisted(() -> calls.results(asked))
                    .fold(
                            answer -> {
                                tell(answer, columns, verdict, results);
                                return ResultRows.nextPage(answer.headers(), address);
                            },
                            refused -> unread(results, refused.reason()),
                            away -> unread(results, away.reason()));
        }
    }

    private static Optional<String> unread(JobResults results, String why) {
        results.unread(why);
        return Optional.empty();
    }

    private Answer<CrmAnswer> insisted(Supplier<Answer<CrmAnswer>> question) {
        Answer<CrmAnswer> answer = question.get();
        for (int tries = 1; tries < MOST_TRIES && isAway(answer) && patience.untilRepeat(PAUSE); tries++) {
            answer = question.get();
        }
        return answer;
    }

    private static boolean isAway(Answer<CrmAnswer> answer) {
        return answer.fold(given -> false, refused -> false, away -> true);
    }

    /** What is no list tells nothing. */
    private static void tell(
            CrmAnswer answer, List<String> columns, Function<List<String>, Written> verdict, JobResults results) {
        try {
            ResultRows.read(answer.body(), columns, List.of(), row -> results.tell(row.get(0), verdict.apply(row)));
        } catch (JobFailed noList) {
            results.unread(noList.getMessage());
        }
    }
}
