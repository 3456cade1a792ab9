package dev.tailback.web.problems;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Refuses compressed bodies in words. They are not unpacked, because a few bytes can unpack to more than there is
 * memory.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class CompressedBodies implements Ordered {

    private final ProblemAnswer answer;

    CompressedBodies(ProblemAnswer answer) {
        this.answer = answer;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        String encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING, String.class, "identity");
        return encoding.equalsIgnoreCase("identity") ? null : answer.to(request, problem());
    }

    private static Problem problem() {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported_encoding",
                "Compressed bodies are not taken. Send the body as it is, without Content-Encoding.");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }
}
