package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.bulk.IngestJob;
import dev.tailback.localorg.bulk.JobHead;
import dev.tailback.localorg.bulk.JobState;
import dev.tailback.localorg.bulk.Operation;
import dev.tailback.localorg.bulk.QueryJob;
import dev.tailback.localorg.wire.WireValues;
import java.io.IOException;
import java.time.Instant;

/** What a client is told about a bulk job. */
final class JobJson {

    private JobJson() {}

    /** The short form, as the calls that create and change a job answer: with the state they left it in. */
    static void writeShort(JsonGenerator json, IngestJob job, JobState state) throws IOException {
        json.writeStartObject();
        write(json, job, state);
        json.writeEndObject();
    }

    /** With what the job has done so far. */
    static void writeFull(JsonGenerator json, IngestJob job) throws IOException {
        json.writeStartObject();
        write(json, job, job.state());
        json.writeStringField("jobType", "V2Ingest");
        json.writeNumberField("retries", 0);
        json.writeNumberField("totalProcessingTime", job.worked().toMillis());
        json.writeNumberField("apiActiveProcessingTime", job.worked().toMillis());
        json.writeNumberField("apexProcessingTime", 0);
        json.writeNumberField("numberRecordsProcessed", job.processed());
        json.writeNumberField("numberRecordsFailed", job.failed());
        if (job.errorMessage().isPresent()) {
            json.writeStringField("errorMessage", job.errorMessage().get());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, IngestJob job, JobState state) throws IOException {
        writeHead(json, job.head(), job.changed(), state);
        if (job.operation() == Operation.UPSERT) {
            json.writeStringField("externalIdFieldName", job.key().name());
        }
        json.writeStringField(
                "contentUrl",
                "services/data/v" + job.head().version() + "/jobs/ingest/"
                        + job.head().id() + "/batches");
    }

    static void write(JsonGenerator json, QueryJob job) throws IOException {
        json.writeStartObject();
        writeHead(json, job.head(), job.head().created(), job.state());
        json.writeStringField("jobType", "V2Query");
        json.writeNumberField("numberRecordsProcessed", job.answer().size());
        json.writeNumberField("retries", 0);
        json.writeNumberField("totalProcessingTime", 0);
        json.writeBooleanField("isPkChunkingSupported", true);
        json.writeEndObject();
    }

    private static void writeHead(JsonGenerator json, JobHead head, Instant changed, JobState state)
            throws IOException {
        json.writeStringField("id", head.id());
        json.writeStringField("operation", head.operation());
        json.writeStringField("object", head.object());
        json.writeStringField("createdById", head.creator().id());
        json.writeStringField("createdDate", WireValues.dateTime(head.created()));
        json.writeStringField("systemModstamp", WireValues.dateTime(changed));
        json.writeStringField("state", state.word());
        json.writeStringField("concurrencyMode", "Parallel");
        json.writeStringField("contentType", "CSV");
        json.writeNumberField("apiVersion", head.version());
        json.writeStringField("lineEnding", head.format().lineEnding());
        json.writeStringField("columnDelimiter", head.format().delimiter());
    }
}
