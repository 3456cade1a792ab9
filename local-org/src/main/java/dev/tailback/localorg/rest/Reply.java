package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to a call, before it is put on a wire. */
public record Reply(int status, Map<String, String> headers, Body body) {

    /** What an answer holds. */
    public sealed interface Body {

        /** For the header of that name; empty if there is no body. */
        Optional<String> contentType();

        /**
         * The body as it goes on the wire, in UTF-8.
         *
         * @param pretty with line breaks and indents, where the form has any
         */
        byte[] bytes(boolean pretty);

        /** The body as one compact JSON value, in UTF-8; without any bytes if it is none. */
        byte[] json();
    }

    public record Nothing() implements Body {
        @Override
        public Optional<String> contentType() {
            return Optional.empty();
        }

        @Override
        public byte[] bytes(boolean pretty) {
            return new byte[0];
        }

        @Override
        public byte[] json() {
            return new byte[0];
        }
    }

    public record Json(Writer writer) implements Body {
        private static final JsonFactory FACTORY = new JsonFactory();

        @Override
        public Optional<String> contentType() {
            return Optional.of("application/json;charset=UTF-8");
        }

        @Override
        public byte[] bytes(boolean pretty) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
            try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
                if (pretty) {
                    json.useDefaultPrettyPrinter();
                }
                writer.write(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        @Override
        public byte[] json() {
            return bytes(false);
        }
    }

    public record Text(String mediaType, String text) implements Body {
        @Override
        public Optional<String> contentType() {
            return Optional.of(mediaType + ";charset=UTF-8");
        }

        @Override
        public byte[] bytes(boolean pretty) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] json() {
            return new byte[0];
        }
    }

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

    public static Reply text(int status, String mediaType, String text) {
        return new Reply(status, Map.of(), new Text(mediaType, text));
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
