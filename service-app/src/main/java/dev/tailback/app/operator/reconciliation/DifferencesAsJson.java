package dev.tailback.app.operator.reconciliation;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The differences of one run, kept beside its counts: they are only ever read together. */
@Singleton
class DifferencesAsJson {

    private final JsonMapper mapper;

    DifferencesAsJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(List<Difference> differences) {
        try {
            return mapper.writeValueAsString(Argument.listOf(Difference.class), differences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Difference> read(String text) {
        try {
            return mapper.readValue(text, Argument.listOf(Difference.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
