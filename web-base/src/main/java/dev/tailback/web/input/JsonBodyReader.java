package dev.tailback.web.input;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.TypedMessageBodyReader;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Hands the JSON of a call to its route. */
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
final class JsonBodyReader implements TypedMessageBodyReader<JsonBody> {

    @Override
    public Argument<JsonBody> getType() {
        return Argument.of(JsonBody.class);
    }

    @Override
    public JsonBody read(Argument<JsonBody> type, MediaType mediaType, Headers headers, InputStream body) {
        try (body) {
            return new JsonBody(JsonReader.read(body.readAllBytes()));
        } catch (IOException e) {
            throw new CodecException("The body could not be read", e);
        }
    }
}
