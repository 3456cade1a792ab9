package dev.tailback.localorg.rest;

import dev.tailback.localorg.bulk.IngestJob;
import dev.tailback.localorg.bulk.JobRefused;
import dev.tailback.localorg.bulk.JobState;
import dev.tailback.localorg.bulk.RunIngest;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.org.CurrentOrg;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.wire.ReadJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code /jobs/ingest}: Bulk API 2.0 for writing. A job works on a thread of its own; jobs work beside each other.
 * Bulk guide, walkthrough.
 */
final class BulkIngest {

    private final JobsByOrg jobs;
    private final CurrentOrg current;
    private final Consumer<List<SaveResult>> upserted;

    /** @param upserted told the results of every upsert, for the statistics */
    BulkIngest(JobsByOrg jobs, CurrentOrg current, Consumer<List<SaveResult>> upserted) {
        this.jobs = jobs;
        this.current = current;
        this.upserted = upserted;
    }

    Reply reply(Call call) {
        try {
            return switch (call.request().segments().size()) {
                case 2 -> collection(call);
                case 3 -> one(call, job(call));
                case 4 -> part(call, job(call), call.segment(3));
                default -> throw ApiException.notFound();
            };
        } catch (JobRefused e) {
            throw new ApiException(400, e.code(), e.getMessage());
        }
    }

    private Reply collection(Call call) {
        return switch (call.method()) {
            case "POST" -> create(call);
            case "GET", "HEAD" -> list(jobs.of(call).ingest());
            default -> throw ApiException.methodNotAllowed(call.method(), "GET,HEAD,POST");
        };
    }

    private Reply create(Call call) {
        String contentType = call.request().header("Content-Type").orElse("");
        if (!contentType.startsWith("multipart/form-data")) {
            IngestJob job = create(call, ReadJson.object(call.request().body()));
            return left(job, JobState.OPEN);
        }
        Map<String, String> parts = Multipart.parts(contentType, call.request().body());
        IngestJob job =
                create(call, ReadJson.object(parts.getOrDefault("job", "").getBytes(StandardCharsets.UTF_8)));
        job.fill(parts.getOrDefault("content", ""), call.org().now());
        start(call, job);
        return left(job, JobState.UPLOAD_COMPLETE);
    }

    private static Reply left(IngestJob job, JobState state) {
        return Reply.ok(json -> JobJson.writeShort(json, job, state));
    }

    private IngestJob create(Call call, Map<String, Object> wanted) {
        ObjectType type = call.object(String.valueOf(wanted.get("object")))
                .orElseThrow(() -> new ApiException(
                        400, "INVALIDJOB", "InvalidJob : Unable to find object: " + wanted.get("object")));
        return jobs.of(call).create(type, wanted, call.user(), call.org().now(), call.versionNumber());
    }

    private void start(Call call, IngestJob job) {
        job.become(JobState.UPLOAD_COMPLETE, call.org().now());
        Thread worker = new Thread(
                new RunIngest(current, call.org(), job, upserted),
                "bulk-" + job.head().id());
        worker.setDaemon(true);
        worker.start();
    }

    private static Reply list(Collection<IngestJob> all) {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeBooleanField("done", true);
            json.writeArrayFieldStart("records");
            for (IngestJob job : all) {
                JobJson.writeFull(json, job);
            }
            json.writeEndArray();
            json.writeNullField("nextRecordsUrl");
            json.writeEndObject();
        });
    }

    private IngestJob job(Call call) {
        return jobs.of(call).ingest(call.segment(2)).orElseThrow(ApiException::notFound);
    }

    private Reply one(Call call, IngestJob job) {
        return switch (call.method()) {
            case "GET", "HEAD" -> Reply.ok(json -> JobJson.writeFull(json, job));
            case "PATCH" -> change(call, job);
            case "DELETE" -> {
                jobs.of(call).delete(job);
                yield Reply.nothing(204);
            }
            default -> throw ApiException.methodNotAllowed(call.method(), "DELETE,GET,HEAD,PATCH");
        };
    }

    private Reply change(Call call, IngestJob job) {
        Object wanted = ReadJson.object(call.request().body()).get("state");
        if (JobState.UPLOAD_COMPLETE.word().equals(wanted)) {
            start(call, job);
            return left(job, JobState.UPLOAD_COMPLETE);
        }
        if (JobState.ABORTED.word().equals(wanted)) {
            job.become(JobState.ABORTED, call.org().now());
            return left(job, JobState.ABORTED);
        }
        throw new ApiException(
                400, "INVALIDJOBSTATE", "A job's state is set to UploadComplete or Aborted, not to " + wanted + ".");
    }

    private static Reply part(Call call, IngestJob job, String name) {
        if (name.equals("batches")) {
            return fill(call, job);
        }
        if (!List.of("GET", "HEAD").contains(call.method())) {
            throw ApiException.methodNotAllowed(call.method(), "GET,HEAD");
        }
        return Reply.text(
                200,
                "text/csv",
                switch (name) {
                    case "successfulResults" -> job.successfulResults();
                    case "failedResults" -> job.failedResults();
                    case "unprocessedrecords", "unprocessedRecords" -> job.unprocessedRecords();
                    default -> throw ApiException.notFound();
                });
    }

    private static Reply fill(Call call, IngestJob job) {
        if (!call.method().equals("PUT")) {
            throw ApiException.methodNotAllowed(call.method(), "PUT");
        }
        job.fill(
                new String(call.request().body(), StandardCharsets.UTF_8),
                call.org().now());
        return Reply.nothing(201);
    }
}
