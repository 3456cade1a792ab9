package dev.tailback.verification.benchmarks.org;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.shipped.UsageFields;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.verification.benchmarks.lab.Backlog;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The calls that are measured. Each connection has its own client and its own session. */
final class OrgCalls {

    private static final String API = "/services/data/v62.0";
    private static final String QUERY = "select " + UsageFields.ID + ", " + UsageFields.EXTERNAL_ID + ", "
            + UsageFields.UNITS + " from " + UsageFields.OBJECT + " limit 2000";
    private static final String COLUMNS = String.join(
            ",",
            UsageFields.EXTERNAL_ID,
            UsageFields.CONTRACT_PRODUCT,
            UsageFields.VERSION,
            UsageFields.UNITS,
            UsageFields.CANCELLED,
            UsageFields.AD_REFERENCE);
    private static final int ROWS_A_CALL = 200;
    private static final int ROWS_A_JOB = 10_000;

    private final LabOrg org;
    private final Backlog backlog;

    OrgCalls(LabOrg org, Backlog backlog) {
        this.org = org;
        this.backlog = backlog;
    }

    /** The least that an HTTP call can cost here: a constant answer to anybody. */
    Rate.Call hello() {
        Http http = new Http();
        return () -> {
            require(http.send("GET", org.address().resolve("/services/data/"), Map.of(), Http.NOTHING), 200);
            return 1;
        };
    }

    Rate.Call upsert() {
        UsageWriter writer = org.writer();
        return () -> {
            Delivery delivery = writer.upsert(snapshots());
            if (!delivery.isAnswered()) {
                throw new IllegalStateException("The local org did not take an upsert: " + delivery);
            }
            return ROWS_A_CALL;
        };
    }

    private List<UsageSnapshot> snapshots() {
        return backlog.records(ROWS_A_CALL).stream()
                .map(record -> new UsageSnapshot(
                        record.entryId(),
                        record.contractProductId(),
                        record.version(),
                        record.units(),
                        false,
                        record.adReference()))
                .toList();
    }

    Rate.Call query() {
        return get(
                API + "/query?q=" + URLEncoder.encode(QUERY, UTF_8),
                body -> body.path("records").size());
    }

    Rate.Call describe() {
        return get(API + "/sobjects/" + UsageFields.OBJECT + "/describe", body -> 1);
    }

    private interface Counted {
        long in(JsonNode body);
    }

    private Rate.Call get(String path, Counted counted) {
        Http http = new Http();
        Map<String, String> session = org.signedIn();
        URI address = org.address().resolve(path);
        return () -> counted.in(require(http.send("GET", address, session, Http.NOTHING), 200));
    }

    /** One job of Bulk API 2.0 after the other: created, filled, closed, and awaited. */
    Rate.Call bulk() {
        Http http = new Http();
        Map<String, String> session = org.signedIn();
        return () -> {
            JsonNode order = Http.JSON
                    .createObjectNode()
                    .put("object", UsageFields.OBJECT)
                    .put("operation", "upsert")
                    .put("externalIdFieldName", UsageFields.EXTERNAL_ID)
                    .put("contentType", "CSV")
                    .put("lineEnding", "LF");
            URI jobs = org.address().resolve(API + "/jobs/ingest");
            String id = require(http.send("POST", jobs, session, order), 200)
                    .path("id")
                    .asText();
            URI job = org.address().resolve(API + "/jobs/ingest/" + id);
            require(http.send(upload(URI.create(job + "/batches"), session)), 201);
            JsonNode closed = Http.JSON.createObjectNode().put("state", "UploadComplete");
            require(http.send("PATCH", job, session, closed), 200);
            return processed(http, job, session);
        };
    }

    private HttpRequest upload(URI batches, Map<String, String> session) {
        HttpRequest.Builder request = HttpRequest.newBuilder(batches)
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(csv()));
        session.forEach(request::header);
        return request.build();
    }

    private String csv() {
        return backlog.records(ROWS_A_JOB).stream()
                .map(record -> String.join(
                        ",",
                        record.entryId().toString(),
                        record.contractProductId(),
                        Long.toString(record.version()),
                        Integer.toString(record.units()),
                        "false",
                        record.adReference()))
                .collect(Collectors.joining("\n", COLUMNS + "\n", "\n"));
    }

    private static long processed(Http http, URI job, Map<String, String> session) {
        while (true) {
            JsonNode state = require(http.send("GET", job, session, Http.NOTHING), 200);
            switch (state.path("state").asText()) {
                case "JobComplete" -> {
                    return processed(state);
                }
                case "Failed", "Aborted" -> throw new IllegalStateException("The job ended so: " + state);
                default -> Await.millis(20);
            }
        }
    }

    private static long processed(JsonNode state) {
        long failed = state.path("numberRecordsFailed").asLong();
        if (failed > 0) {
            throw new IllegalStateException(failed + " records of the job failed: " + state);
        }
        return state.path("numberRecordsProcessed").asLong();
    }

    private static JsonNode require(Optional<Answer> answer, int status) {
        return answer.filter(whole -> whole.status() == status)
                .map(Answer::body)
                .orElseThrow(() -> new IllegalStateException(
                        "The local org answered " + answer.map(Record::toString).orElse("nothing")));
    }
}
