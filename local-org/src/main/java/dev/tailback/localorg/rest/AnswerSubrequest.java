package dev.tailback.localorg.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.localorg.rows.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers one call inside another, as if it had come alone. Only rows, queries and limits may be asked for inside. */
final class AnswerSubrequest {
    private static final Set<String> INSIDE = Set.of("sobjects", "query", "queryAll", "limits", "composite");

    private final Resource answer;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param answer finds who answers a call of the data API
     */
    AnswerSubrequest(Resource answer) {
        this.answer = answer;
    }

    Subreply answer(Call outer, Subrequest call, Optional<Transaction> within) {
        try {
            Request request = request(outer, call);
            List<String> path = request.segments();
            boolean known = path.size() > 3 && path.get(1).equals("data") && INSIDE.contains(path.get(3));
            boolean nested = known
                    && path.get(3).equals("composite")
                    && (path.size() < 5 || !path.get(4).equals("sobjects"));
            if (!known || nested) {
                throw ApiException.notFound();
            }
            return Subreply.of(answer.reply(outer.another(path.get(2), request.below(3), within)));
        } catch (ApiException e) {
            return Subreply.of(e.reply());
        }
    }

    private Request request(Call outer, Subrequest call) {
        Map<String, String> headers = new HashMap<>(call.headers());
        outer.request().header("Host").ifPresent(host -> headers.put("host", host));
        String url = call.url().replace(" ", "%20");
        if (!url.startsWith("/services/")) {
            url = "/services/data/" + (url.startsWith("/") ? url.substring(1) : url);
        }
        try {
            return Request.of(call.method(), URI.create(url), headers, bytes(call.body()));
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound();
        }
    }

    private byte[] bytes(@Nullable Object body) {
        try {
            return body == null ? new byte[0] : json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
