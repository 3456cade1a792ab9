package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.save.SaveError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One error of the data API; only errors about a record name fields. */
public record ApiError(String code, String message, Optional<List<String>> fields) {

    public static ApiError of(String code, String message) {
        return new ApiError(code, message, Optional.empty());
    }

    static ApiError of(SaveError error) {
        return new ApiError(error.code(), error.message(), Optional.of(error.fields()));
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("message", message);
        json.writeStringField("errorCode", code);
        if (fields.isPresent()) {
            json.writeArrayFieldStart("fields");
            for (String field : fields.get()) {
                json.writeString(field);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
