package dev.tailback.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** A problem thrown by our own code already says everything; it only needs its form. */
@Singleton
@Produces("application/problem+json")
final class ProblemHandler implements ExceptionHandler<Problem, HttpResponse<?>> {

    private final ProblemAnswer answer;

    ProblemHandler(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of the framework is declared with the raw type
    public HttpResponse<?> handle(HttpRequest request, Problem problem) {
        return answer.to(request, problem);
    }
}
