package dev.tailback.localorg.bulk;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job that writes rows of a CSV text: created, filled once, told to run, and asked for its results. */
public final class IngestJob {

    /** A row that was saved ({@code created} says how) or refused with an error text. */
    public record Outcome(Optional<String> id, boolean created, Optional<String> error, List<String> cells) {}

    private final JobHead head;
    private final ObjectType type;
    private final Operation operation;
    private final Field key;
    private final List<Outcome> successes = new ArrayList<>();
    private final List<Outcome> failures = new ArrayList<>();
    private JobState state = JobState.OPEN;
    private String text = "";
    private boolean filled;
    private List<List<String>> rows = List.of();
    private List<String> header = List.of();
    private int processed;
    private Optional<String> errorMessage = Optional.empty();
    private Instant changed;
    private Duration worked = Duration.ZERO;

    /**
     * @param key the field that tells whether a row exists: the id, or the external id of an upsert
     */
    IngestJob(JobHead head, ObjectType type, Operation operation, Field key) {
        this.head = head;
        this.type = type;
        this.operation = operation;
        this.key = key;
        this.changed = head.created();
    }

    public JobHead head() {
        return head;
    }

    public ObjectType type() {
        return type;
    }

    public Operation operation() {
        return operation;
    }

    public Field key() {
        return key;
    }

    /** Takes the one text a job may be given. */
    public synchronized void fill(String csv, Instant now) {
        if (state != JobState.OPEN || filled) {
            throw new JobRefused(
                    "INVALIDJOBSTATE",
                    filled
                            ? "Found multiple contents for job: <" + head.id()
                                    + ">, please 'Close' / 'Abort' / 'Delete' the"
                                    + " current Job then create a new Job and make sure you only do 'PUT' once on a given Job."
                            : "The job is " + state.word() + "; only an Open job takes data.");
        }
        text = csv;
        filled = true;
        changed = now;
    }

    /** Open jobs are completed or aborted by their client; running ones may still be aborted. */
    public synchronized void become(JobState wanted, Instant now) {
        boolean completes = wanted == JobState.UPLOAD_COMPLETE && state == JobState.OPEN;
        boolean aborts = wanted == JobState.ABORTED && !state.isOver();
        if (!completes && !aborts) {
            throw new JobRefused(
                    "INVALIDJOBSTATE", "A job that is " + state.word() + " cannot become " + wanted.word() + ".");
        }
        state = wanted;
        changed = now;
    }

    /** The text to be worked on; empty text when the job was aborted before. */
    synchronized String begin() {
        if (state == JobState.UPLOAD_COMPLETE) {
            state = JobState.IN_PROGRESS;
        }
        return text;
    }

    synchronized boolean isRunning() {
        return state == JobState.IN_PROGRESS;
    }

    synchronized void holds(List<String> columns, List<List<String>> all) {
        header = columns;
        rows = all;
        text = "";
    }

    synchronized void did(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            (outcome.error().isEmpty() ? successes : failures).add(outcome);
        }
        processed += outcomes.size();
    }

    synchronized void end(JobState over, Optional<String> message, Duration took, Instant now) {
        if (state == JobState.IN_PROGRESS) {
            state = over;
        }
        errorMessage = message;
        worked = took;
        changed = now;
    }

    public synchronized JobState state() {
        return state;
    }

    public synchronized Instant changed() {
        return changed;
    }

    public synchronized int processed() {
        return processed;
    }

    public synchronized int failed() {
        return failures.size();
    }

    public synchronized Duration worked() {
        return worked;
    }

    /** Why the whole job failed; empty when it did not. */
    public synchronized Optional<String> errorMessage() {
        return errorMessage;
    }

    /** Rows that were saved, as CSV. */
    public synchronized String successfulResults() {
        StringBuilder csv = new StringBuilder(line(List.of("sf__Id", "sf__Created"), header));
        successes.forEach(one ->
                csv.append(line(List.of(one.id().orElse(""), String.valueOf(one.created())), one.cells())));
        return csv.toString();
    }

    /** Rows that were refused, as CSV. */
    public synchronized String failedResults() {
        StringBuilder csv = new StringBuilder(line(List.of("sf__Id", "sf__Error"), header));
        failures.forEach(one ->
                csv.append(line(List.of(one.id().orElse(""), one.error().orElse("")), one.cells())));
        return csv.toString();
    }

    /** Rows that were never looked at, as CSV. */
    public synchronized String unprocessedRecords() {
        if (rows.isEmpty()) {
            return text;
        }
        StringBuilder csv = new StringBuilder(head.format().line(header));
        rows.subList(processed, rows.size())
                .forEach(row -> csv.append(head.format().line(row)));
        return csv.toString();
    }

    private String line(List<String> first, List<String> rest) {
        List<String> cells = new ArrayList<>(first);
        cells.addAll(rest);
        return head.format().line(cells);
    }
}
