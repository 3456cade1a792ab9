package dev.tailback.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.Locale;

/** The problem for a refusal of which only the HTTP status is known. */
final class StatusProblem {

    private StatusProblem() {}

    static Problem of(HttpStatus status, HttpRequest<?> request) {
        return new Problem(status, code(status), detail(status, request));
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case REQUEST_ENTITY_TOO_LARGE -> "too_large";
            case BAD_REQUEST -> "invalid";
            case INTERNAL_SERVER_ERROR -> "internal";
            default -> status.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String detail(HttpStatus status, HttpRequest<?> request) {
        String call = request.getMethodName() + " " + request.getPath();
        return switch (status) {
            case NOT_FOUND ->
                "There is nothing at " + request.getPath()
                        + (request.getPath().startsWith("/api/")
                                ? ". The calls that exist are listed at /swagger."
                                : ". Choose a page above, or look for the ad or the contract.");
            case METHOD_NOT_ALLOWED -> call + " does not exist; the Allow header names the methods that do.";
            case UNSUPPORTED_MEDIA_TYPE ->
                call + " takes no body of type " + request.getHeaders().get("Content-Type", String.class, "unknown")
                        + ". Send application/json.";
            case NOT_ACCEPTABLE -> call + " cannot answer in the type the Accept header asks for.";
            case REQUEST_ENTITY_TOO_LARGE ->
                "The request is larger than what is taken: 1 MB of body, 4 KB of address, 8 KB of headers. Send less at once.";
            case UNAUTHORIZED -> "Log in first: HTTP Basic or a bearer token for the API, /login for pages.";
            case FORBIDDEN -> "Your account may not do this. Ask an admin for the role that may.";
            case BAD_REQUEST -> "The request could not be read; /swagger says what each call takes.";
            default -> "The request was refused: " + status.getReason() + ".";
        };
    }
}
