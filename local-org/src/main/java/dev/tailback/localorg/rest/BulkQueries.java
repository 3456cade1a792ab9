package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.bulk.JobRefused;
import dev.tailback.localorg.bulk.QueryJob;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.soql.Answer;
import dev.tailback.localorg.soql.QueryException;
import dev.tailback.localorg.soql.Reader;
import dev.tailback.localorg.wire.ReadJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /jobs/query}: Bulk API 2.0 for reading. Rows are found at once; the results are pages of CSV. */
final class BulkQueries {
    private static final int MOST_AT_ONCE = 50_000;
    private static final List<String> OPERATIONS = List.of("query", "queryAll");

    private final JobsByOrg jobs;

    BulkQueries(JobsByOrg jobs) {
        this.jobs = jobs;
    }

    Reply reply(Call call) {
        try {
            return switch (call.request().segments().size()) {
                case 2 -> collection(call);
                case 3 -> one(call, job(call));
                case 4 -> results(call, job(call));
                default -> throw ApiException.notFound();
            };
        } catch (JobRefused e) {
            throw new ApiException(400, e.code(), e.getMessage());
        }
    }

    private QueryJob job(Call call) {
        return jobs.of(call).query(call.segment(2)).orElseThrow(ApiException::notFound);
    }

    private Reply collection(Call call) {
        return switch (call.method()) {
            case "POST" -> create(call);
            case "GET", "HEAD" -> list(call);
            default -> throw ApiException.methodNotAllowed(call.method(), "GET,HEAD,POST");
        };
    }

    private Reply create(Call call) {
        Map<String, Object> wanted = ReadJson.object(call.request().body());
        Object operation = wanted.get("operation");
        if (!OPERATIONS.contains(String.valueOf(operation)) || !(wanted.get("query") instanceof String text)) {
            throw new ApiException(
                    400, "INVALIDJOB", "InvalidJob : A query job needs an operation (query or queryAll) and a query.");
        }
        QueryJob job = jobs.of(call)
                .query(
                        answer(call, text, "queryAll".equals(operation)),
                        wanted,
                        call.user(),
                        call.org().now(),
                        call.versionNumber());
        return Reply.ok(json -> JobJson.write(json, job));
    }

    private static Answer answer(Call call, String text, boolean deletedToo) {
        try (Snapshot snapshot = call.snapshot()) {
            Answer answer = call.org().soql().answer(text, call.org().reader(snapshot, call.user()), deletedToo);
            if (!answer.isFlat()) {
                throw new ApiException(
                        400,
                        "API_ERROR",
                        "Bulk queries select fields of rows and their parents;"
                                + " they neither group, count nor hold subqueries.");
            }
            return answer;
        } catch (QueryException e) {
            throw new ApiException(400, "API_ERROR", e.getMessage());
        }
    }

    private Reply list(Call call) {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeBooleanField("done", true);
            json.writeArrayFieldStart("records");
            writeAll(json, call);
            json.writeEndArray();
            json.writeNullField("nextRecordsUrl");
            json.writeEndObject();
        });
    }

    private void writeAll(JsonGenerator json, Call call) throws IOException {
        for (QueryJob job : jobs.of(call).queries()) {
            JobJson.write(json, job);
        }
    }

    private Reply one(Call call, QueryJob job) {
        return switch (call.method()) {
            case "GET", "HEAD" -> Reply.ok(json -> JobJson.write(json, job));
            case "PATCH" ->
                throw new ApiException(
                        400,
                        "INVALIDJOBSTATE",
                        "Aborting already Completed Job not allowed; the job is "
                                + job.state().word() + ".");
            case "DELETE" -> {
                jobs.of(call).delete(job);
                yield Reply.nothing(204);
            }
            default -> throw ApiException.methodNotAllowed(call.method(), "DELETE,GET,HEAD,PATCH");
        };
    }

    private static Reply results(Call call, QueryJob job) {
        if (!call.segment(3).equals("results")) {
            throw ApiException.notFound();
        }
        int from = number(call, "locator", 0);
        int most = Math.max(1, number(call, "maxRecords", MOST_AT_ONCE));
        int to = (int) Math.min(job.answer().size(), (long) from + most);
        if (from > job.answer().size()) {
            throw new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        StringBuilder csv =
                new StringBuilder(job.head().format().line(job.answer().columns()));
        try (Snapshot snapshot = call.snapshot()) {
            Reader reader = call.org().reader(snapshot, call.user());
            if (!job.answer().isReadable(reader)) {
                throw new ApiException(400, "API_ERROR", "The schema changed after the query; create the job again.");
            }
            for (int index = from; index < to; index++) {
                csv.append(job.head().format().line(job.answer().texts(index, reader)));
            }
        }
        return Reply.text(200, "text/csv", csv.toString())
                .with("Sforce-NumberOfRecords", String.valueOf(to - from))
                .with("Sforce-Locator", to == job.answer().size() ? "null" : String.valueOf(to));
    }

    private static int number(Call call, String name, int otherwise) {
        String given = call.request().param(name).orElse("");
        try {
            return given.isEmpty() ? otherwise : Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
    }
}
