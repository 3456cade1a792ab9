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

/** Hands the form of a call to its route. */
@Singleton
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class FormReader implements TypedMessageBodyReader<Form> {

    @Override
    public Argument<Form> getType() {
        return Argument.of(Form.class);
    }

    @Override
    public Form read(Argument<Form> type, MediaType mediaType, Headers headers, InputStream body) {
        try (body) {
            return Form.of(body.readAllBytes());
        } catch (IOException e) {
            throw new CodecException("The body could not be read", e);
        }
    }
}
