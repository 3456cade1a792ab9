package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.wire.ReadJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call inside another call, written out at once so that later calls may refer to it.
 *
 * @param json empty when there is no body
 */
record Subreply(int status, Map<String, String> headers, byte[] json) {
    static Subreply of(Reply reply) {
        return new Subreply(reply.status(), reply.headers(), reply.body().json());
    }

    static Subreply error(int status, String code, String message) {
        return of(Reply.errors(status, List.of(ApiError.of(code, message))));
    }

    boolean failed() {
        return status >= 400;
    }

    /** Maps, lists and plain values. */
    @Nullable
    Object value() {
        return ReadJson.value(json);
    }

    /** In a collection, one record that failed. */
    boolean holdsFailure() {
        return value() instanceof List<?> list
                && list.stream()
                        .anyMatch(item -> item instanceof Map<?, ?> map && Boolean.FALSE.equals(map.get("success")));
    }

    void writeBody(JsonGenerator generator) throws IOException {
        if (json.length == 0) {
            generator.writeNull();
        } else {
            generator.writeRawValue(new String(json, StandardCharsets.UTF_8));
        }
    }

    /**
     * As an element of {@code compositeResponse}.
     *
     * @param referenceId empty in the answer to all calls together
     */
    void write(JsonGenerator generator, Optional<String> referenceId) throws IOException {
        generator.writeStartObject();
        generator.writeFieldName("body");
        writeBody(generator);
        generator.writeObjectFieldStart("httpHeaders");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            generator.writeStringField(header.getKey(), header.getValue());
        }
        generator.writeEndObject();
        generator.writeNumberField("httpStatusCode", status);
        generator.writeStringField("referenceId", referenceId.orElse(null));
        generator.writeEndObject();
    }
}
