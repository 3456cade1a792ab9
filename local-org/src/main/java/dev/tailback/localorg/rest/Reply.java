package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answer to a call, before it is put on a wire. */
public record Reply(int status, Map<String, String> headers, Body body) {

    /** What an answer holds. */
    public sealed interface Body {}

    public record Nothing() implements Body {}

    public record Json(Writer writer) implements Body {}

    public record Text(String contentType, String text) implements Body {}

    /** Writes one JSON value. */
    @FunctionalInterface
    public interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    public static Reply json(int status, Writer writer) {
        return new Reply(status, Map.of(), new Json(writer));
    }

    public static Reply ok(Writer writer) {
        return json(200, writer);
    }

    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, Map.of(), new Text(contentType, text));
    }

    public static Reply nothing(int status) {
        return new Reply(status, Map.of(), new Nothing());
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /** The array of errors of Salesforce's data API. */
    public static Reply errors(int status, List<ApiError> errors) {
        return json(status, json -> {
            json.writeStartArray();
            for (ApiError error : errors) {
                error.write(json);
            }
            json.writeEndArray();
        });
    }
}
