package dev.tailback.localorg.bulk;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.org.CurrentOrg;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import dev.tailback.localorg.users.User;
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

    private final CurrentOrg current;
    private final Org first;
    private final IngestJob job;
    private final Consumer<List<SaveResult>> upserted;

    /**
     * @param org the one the job was made in; its rows are saved in the one that is there when their turn comes
     * @param upserted told the results of every upsert, for the statistics
     */
    public RunIngest(CurrentOrg current, Org org, IngestJob job, Consumer<List<SaveResult>> upserted) {
        this.current = current;
        this.first = org;
        this.job = job;
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
            current.ask(org -> columns(org, header));
            work(header, rows.isEmpty() ? List.of() : rows.subList(1, rows.size()));
            job.end(JobState.JOB_COMPLETE, Optional.empty(), since(start), first.now());
        } catch (IllegalArgumentException e) {
            job.end(JobState.FAILED, Optional.ofNullable(e.getMessage()), since(start), first.now());
        } catch (RuntimeException e) {
            LOG.error("Job {} failed", job.head().id(), e);
            job.end(JobState.FAILED, Optional.of("InternalServerError : " + e.getMessage()), since(start), first.now());
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void work(List<String> header, List<List<String>> rows) {
        for (int from = 0; from < rows.size() && job.isRunning(); from += TOGETHER) {
            List<List<String>> some = rows.subList(from, Math.min(rows.size(), from + TOGETHER));
            List<SaveResult> results = current.ask(org -> together(org, header, some));
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

    /** The schema may be another one than for the rows before. */
    private List<SaveResult> together(Org org, List<String> header, List<List<String>> rows) {
        if (org.lifetime() != first.lifetime()) {
            throw new IllegalArgumentException("InternalServerError : the org was reset");
        }
        ObjectType type = type(org);
        Columns columns = columns(org, header);
        User user = org.users().named(job.head().creator().username()).orElseThrow();
        if (job.operation().deletes()) {
            return delete(org, user, header, rows);
        }
        Field key = type.field(job.key().name())
                .filter(field -> field.constraints().isKey())
                .orElseThrow(() -> new IllegalArgumentException(
                        "InvalidBatch : " + job.key().name() + " is no External ID any more"));
        List<Map<String, Object>> records =
                rows.stream().map(row -> columns.record(header, row)).toList();
        return save(org, user, new SaveRequest(type, verb(), key, records, true));
    }

    private ObjectType type(Org org) {
        return org.schema()
                .object(job.head().object())
                .orElseThrow(() -> new IllegalArgumentException(
                        "InvalidBatch : there is no object " + job.head().object() + " any more"));
    }

    private Columns columns(Org org, List<String> header) {
        Columns columns = new Columns(type(org));
        columns.requireKnown(header);
        return columns;
    }

    private static IngestJob.Outcome outcome(SaveResult result, List<String> cells) {
        Optional<String> refusal = result.errors().stream()
                .findFirst()
                .map(error -> error.code() + ":" + error.message() + ":" + String.join(",", error.fields()) + " --");
        return new IngestJob.Outcome(result.id(), result.created(), refusal, cells);
    }

    private Verb verb() {
        return switch (job.operation()) {
            case INSERT -> Verb.INSERT;
            case UPDATE -> Verb.UPDATE;
            case UPSERT, DELETE, HARD_DELETE -> Verb.UPSERT;
        };
    }

    private static List<SaveResult> save(Org org, User user, SaveRequest request) {
        try (Transaction transaction = org.store().begin()) {
            List<SaveResult> results = org.save().save(transaction, user, request);
            transaction.commit();
            return results;
        }
    }

    private static List<SaveResult> delete(Org org, User user, List<String> header, List<List<String>> rows) {
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
            List<SaveResult> results = org.delete().delete(transaction, user, ids);
            transaction.commit();
            return results;
        }
    }
}
