package dev.tailback.web.problems;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolationException;

/** Reads what the framework refused, and why, into one of our codes. */
final class RefusalReading {

    private RefusalReading() {}

    static Problem of(HttpStatus status, @Nullable Throwable cause, HttpRequest<?> request) {
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof ConstraintViolationException violations) {
            return InvalidInput.of(violations);
        }
        if (cause instanceof ConversionErrorException conversion) {
            return InvalidInput.of(conversion);
        }
        if (cause instanceof UnsatisfiedRouteException unsatisfied) {
            return InvalidInput.of(unsatisfied);
        }
        if (cause instanceof JsonSyntaxException) {
            return InvalidInput.malformed();
        }
        if (cause instanceof ContentLengthExceededException) {
            return StatusProblem.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE, request);
        }
        if (status == HttpStatus.INTERNAL_SERVER_ERROR && cause != null) {
            return Incident.of(request, cause);
        }
        if (cause == null && status == HttpStatus.BAD_REQUEST) {
            return UndecodableRequest.in(request).orElseGet(() -> StatusProblem.of(status, request));
        }
        return StatusProblem.of(cause instanceof HttpStatusException http ? http.getStatus() : status, request);
    }
}
