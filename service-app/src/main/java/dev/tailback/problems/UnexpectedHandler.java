package dev.tailback.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last handler: whatever nobody expected. The log keeps the exception under an incident id; the caller gets the id
 * and nothing of the inside, since Micronaut 4.10 would put the exception's own text into the answer.
 */
@Singleton
@Produces("application/problem+json")
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedHandler.class);

    private final ProblemAnswer answer;

    UnexpectedHandler(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of the framework is declared with the raw type
    public HttpResponse<?> handle(HttpRequest request, Throwable unexpected) {
        return answer.to(request, PostgresOutage.in(unexpected).orElseGet(() -> incident(request, unexpected)));
    }

    private static Problem incident(HttpRequest<?> request, Throwable unexpected) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {} at {} {}", incident, request.getMethodName(), request.getPath(), unexpected);
        return new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Something in the service app failed. Try again; if it stays, give the incident id to your operator.")
                .with("incident", incident);
    }
}
