package dev.tailback.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/**
 * The last handler, for every unexpected failure. Micronaut 4.10 would put the exception's own text into the answer.
 */
@Singleton
@Produces("application/problem+json")
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private final ProblemAnswer answer;

    UnexpectedHandler(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of the framework is declared with the raw type
    public HttpResponse<?> handle(HttpRequest request, Throwable unexpected) {
        return answer.to(request, Incident.of(request, unexpected));
    }
}
