package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.save.SaveError;
import dev.tailback.localorg.save.SaveResult;
import java.io.IOException;
import java.util.List;

/**
 * The result of one record of a collection. Its errors say {@code statusCode} where all others say {@code errorCode}.
 */
final class ResultJson {

    private ResultJson() {}

    static void write(JsonGenerator json, SaveResult result, boolean upsert) throws IOException {
        json.writeStartObject();
        if (result.id().isPresent()) {
            json.writeStringField("id", result.id().get());
        }
        json.writeBooleanField("success", result.success());
        writeErrors(json, result.errors());
        if (upsert) {
            json.writeBooleanField("created", result.created());
        }
        json.writeEndObject();
    }

    static void writeErrors(JsonGenerator json, List<SaveError> errors) throws IOException {
        json.writeArrayFieldStart("errors");
        for (SaveError error : errors) {
            write(json, error);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, SaveError error) throws IOException {
        json.writeStartObject();
        json.writeStringField("statusCode", error.code());
        json.writeStringField("message", error.message());
        json.writeArrayFieldStart("fields");
        for (String field : error.fields()) {
            json.writeString(field);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
