package dev.tailback.web.problems;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Every refusal the framework makes on its own (route, method, body, parameters) passes here and becomes a problem. The
 * framework's message is never used: it can hold class names and the text of inner exceptions.
 */
@Primary
@Singleton
final class FrameworkRefusals implements ErrorResponseProcessor<Object> {

    private final ProblemAnswer answer;

    FrameworkRefusals(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    @SuppressWarnings("unchecked") // the body is JSON or a page, the interface wants one type for both
    public MutableHttpResponse<Object> processResponse(ErrorContext refusal, MutableHttpResponse<?> response) {
        Problem problem =
                RefusalReading.of(response.status(), refusal.getRootCause().orElse(null), refusal.getRequest());
        return (MutableHttpResponse<Object>) answer.on(response, refusal.getRequest(), problem);
    }
}
