package dev.tailback.web.input;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.server.filter.FilterBodyParser;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Reads a form for the filter that looks for its token, as strictly as the routes do. The framework's own fails with
 * 500 and the form in the log.
 */
@Singleton
@Replaces(FilterBodyParser.class)
final class StrictForms implements FilterBodyParser {

    @Override
    public CompletableFuture<Map<String, Object>> parseBody(HttpRequest<?> request) {
        boolean form = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                .isPresent();
        return form && request instanceof ServerHttpRequest<?> server
                ? read(server)
                : CompletableFuture.completedFuture(Map.of());
    }

    private static CompletableFuture<Map<String, Object>> read(ServerHttpRequest<?> request) {
        try (CloseableByteBody body = request.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST)) {
            return body.buffer()
                    .thenApply(bytes -> firstValues(Form.of(bytes.toByteArray())))
                    .toCompletableFuture();
        }
    }

    private static Map<String, Object> firstValues(Form form) {
        Map<String, Object> values = new LinkedHashMap<>();
        form.names().forEach(name -> values.put(name, form.text(name)));
        return values;
    }
}
