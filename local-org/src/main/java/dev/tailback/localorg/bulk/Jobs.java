package dev.tailback.localorg.bulk;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.soql.Answer;
import dev.tailback.localorg.users.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The bulk jobs of an org. */
public final class Jobs {

    private final Map<String, IngestJob> ingest = new ConcurrentSkipListMap<>();
    private final Map<String, QueryJob> queries = new ConcurrentSkipListMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /**
     * Makes an open ingest job of what a client asks for.
     *
     * @throws JobRefused when it cannot be done
     */
    public IngestJob create(ObjectType type, Map<String, Object> wanted, User creator, Instant now, double version) {
        Operation operation = Operation.of(wanted.get("operation"))
                .orElseThrow(() -> new JobRefused(
                        "INVALIDJOB",
                        "InvalidJob : operation must be insert, update, upsert, delete or hardDelete, not "
                                + wanted.get("operation")));
        JobHead head = head(type, operation.word(), wanted, creator, now, version);
        IngestJob job = new IngestJob(head, type, operation, key(type, operation, wanted.get("externalIdFieldName")));
        ingest.put(head.id(), job);
        return job;
    }

    private static Field key(ObjectType type, Operation operation, @Nullable Object name) {
        Field id = type.fields().get(0);
        if (operation != Operation.UPSERT) {
            return id;
        }
        if (name == null) {
            throw new JobRefused("INVALIDJOB", "InvalidJob : Must specify externalIdFieldName for upsert operation");
        }
        return type.field(name.toString())
                .filter(field -> field.constraints().isKey())
                .orElseThrow(() -> new JobRefused(
                        "INVALIDJOB",
                        "InvalidJob : Field name provided, " + name + " does not match an External ID, Salesforce"
                                + " Id, or indexed field for " + type.name()));
    }

    private JobHead head(
            ObjectType type, String operation, Map<String, Object> wanted, User creator, Instant now, double version) {
        if (!"CSV".equals(wanted.getOrDefault("contentType", "CSV"))) {
            throw new JobRefused("INVALIDJOB", "InvalidJob : contentType must be CSV");
        }
        try {
            CsvFormat format = CsvFormat.of(
                    wanted.getOrDefault("columnDelimiter", "COMMA").toString(),
                    wanted.getOrDefault("lineEnding", "LF").toString());
            String id = Ids.full(String.format("750Lo0%09d", last.incrementAndGet()));
            return new JobHead(id, type.name(), operation, creator, now, format, version);
        } catch (IllegalArgumentException e) {
            throw new JobRefused("INVALIDJOB", "InvalidJob : " + e.getMessage());
        }
    }

    public QueryJob query(Answer answer, Map<String, Object> wanted, User creator, Instant now, double version) {
        JobHead head = head(answer.type(), String.valueOf(wanted.get("operation")), wanted, creator, now, version);
        QueryJob job = new QueryJob(head, String.valueOf(wanted.get("query")), answer, JobState.JOB_COMPLETE);
        queries.put(head.id(), job);
        return job;
    }

    public Optional<IngestJob> ingest(String id) {
        return Ids.parse(id).map(ingest::get);
    }

    public Optional<QueryJob> query(String id) {
        return Ids.parse(id).map(queries::get);
    }

    public Collection<IngestJob> ingest() {
        return List.copyOf(ingest.values());
    }

    public Collection<QueryJob> queries() {
        return List.copyOf(queries.values());
    }

    /**
     * @throws JobRefused while the job is open or works
     */
    public void delete(IngestJob job) {
        JobState state = job.state();
        if (state == JobState.OPEN || state == JobState.IN_PROGRESS) {
            throw new JobRefused(
                    "INVALIDJOBSTATE", "A job that is " + state.word() + " cannot be deleted; abort it first.");
        }
        ingest.remove(job.head().id());
    }

    public void delete(QueryJob job) {
        queries.remove(job.head().id());
    }
}
