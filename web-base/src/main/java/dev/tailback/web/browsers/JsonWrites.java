package dev.tailback.web.browsers;

import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemAnswer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/**
 * Takes nothing but JSON at the API: a form or plain text is what a page of another site can send without being asked
 * for permission first. A write without a body needs no type.
 */
@ServerFilter("/api/**")
class JsonWrites implements Ordered {

    private final ProblemAnswer answer;

    JsonWrites(ProblemAnswer answer) {
        this.answer = answer;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        return isWrite(request) && !isJson(request) ? answer.to(request, notJson()) : null;
    }

    private static boolean isWrite(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        return method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.PATCH;
    }

    private static boolean isJson(HttpRequest<?> request) {
        Optional<String> type = Optional.ofNullable(request.getHeaders().get(HttpHeaders.CONTENT_TYPE));
        return type.isPresent() ? isJson(type.get()) : !hasBody(request);
    }

    private static boolean isJson(String type) {
        return type.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }

    private static boolean hasBody(HttpRequest<?> request) {
        String length = request.getHeaders().get(HttpHeaders.CONTENT_LENGTH);
        return request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING)
                || (length != null && !length.strip().equals("0"));
    }

    private static Problem notJson() {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "This call takes JSON only. Send the body as application/json, and say so in Content-Type.");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 3;
    }
}
