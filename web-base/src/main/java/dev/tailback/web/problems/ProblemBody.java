package dev.tailback.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a problem as RFC 9457 asks: type, title, status, detail, instance; then our code and the extra members. */
final class ProblemBody {

    static final MediaType MEDIA_TYPE = MediaType.of("application/problem+json");

    private ProblemBody() {}

    static MutableHttpResponse<?> on(MutableHttpResponse<?> response, HttpRequest<?> request, Problem problem) {
        problem.headers().forEach(response::header);
        return response.status(problem.status()).body(of(request, problem)).contentType(MEDIA_TYPE);
    }

    static Map<String, Object> of(HttpRequest<?> request, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:tailback:problem:" + problem.code());
        body.put("title", problem.status().getReason());
        body.put("status", problem.status().getCode());
        body.put("detail", problem.detail());
        body.put("instance", request.getPath());
        body.put("code", problem.code());
        body.putAll(problem.members());
        return body;
    }
}
