package dev.tailback.localorg.bulk;

import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off an ingest job: 200 rows are one transaction, and a row that fails leaves the others alone. */
public final class RunIngest implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RunIngest.class);
    private static final int TOGETHER = 200;

    private final Org org;
    private final IngestJob job;
    private final Columns columns;
    private final Consumer<List<SaveResult>> upserted;

    /** @param upserted told the results of every upsert, for the statistics */
    public RunIngest(Org org, IngestJob job, Consumer<List<SaveResult>> upserted) {
        this.org = org;
        this.job = job;
        this.columns = new Columns(job.type());
        this.upserted = upserted;
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        String text = job.begin();
        try {
            List<List<String>> rows = job.head().format().read(text);
            List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
            job.holds(header, rows.isEmpty() ? List.of() : rows.subList(1, rows.size()));
            columns.requireKnown(header);
            work(header, rows.isEmpty() ? List.of() : rows.subList(1, rows.size()));
            job.end(JobState.JOB_COMPLETE, Optional.empty(), since(start), org.now());
        } catch (IllegalArgumentException e) {
            job.end(JobState.FAILED, Optional.ofNullable(e.getMessage()), since(start), org.now());
        } catch (RuntimeException e) {
            LOG.error("Job {} failed", job.head().id(), e);
            job.end(JobState.FAILED, Optional.of("InternalServerError : " + e.getMessage()), since(start), org.now());
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void work(List<String> header, List<List<String>> rows) {
        for (int from = 0; from < rows.size() && job.isRunning(); from += TOGETHER) {
            List<List<String>> some = rows.subList(from, Math.min(rows.size(), from + TOGETHER));
            List<SaveResult> results = job.operation().deletes() ? delete(header, some) : save(header, some);
            if (job.operation() == Operation.UPSERT) {
                upserted.accept(results);
            }
            List<IngestJob.Outcome> outcomes = new ArrayList<>();
            for (int index = 0; index < some.size(); index++) {
                outcomes.add(outcome(results.get(index), some.get(index)));
            }
            job.did(outcomes);
        }
    }

    private static IngestJob.Outcome outcome(SaveResult result, List<String> cells) {
        Optional<String> refusal = result.errors().stream()
                .findFirst()
                .map(error -> error.code() + ":" + error.message() + ":" + String.join(",", error.fields()) + " --");
        return new IngestJob.Outcome(result.id(), result.created(), refusal, cells);
    }

    private List<SaveResult> save(List<String> header, List<List<String>> rows) {
        List<Map<String, Object>> records =
                rows.stream().map(row -> columns.record(header, row)).toList();
        Verb verb = switch (job.operation()) {
            case INSERT -> Verb.INSERT;
            case UPDATE -> Verb.UPDATE;
            case UPSERT, DELETE, HARD_DELETE -> Verb.UPSERT;
        };
        try (Transaction transaction = org.store().begin()) {
            List<SaveResult> results = org.save()
                    .save(
                            transaction,
                            job.head().creator(),
                            new SaveRequest(job.type(), verb, job.key(), records, true));
            transaction.commit();
            return results;
        }
    }

    private List<SaveResult> delete(List<String> header, List<List<String>> rows) {
        int at = header.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList()
                .indexOf("id");
        if (at < 0) {
            throw new IllegalArgumentException("InvalidBatch : Field name not found : Id");
        }
        List<String> ids = rows.stream()
                .map(row -> at < row.size() ? row.get(at).strip() : "")
                .toList();
        try (Transaction transaction = org.store().begin()) {
            List<SaveResult> results =
                    org.delete().delete(transaction, job.head().creator(), ids);
            transaction.commit();
            return results;
        }
    }
}
