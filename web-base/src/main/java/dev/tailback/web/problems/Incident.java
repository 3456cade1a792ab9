package dev.tailback.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An unexpected failure: the log keeps where it came from under an id, and the caller gets the id and nothing of
 * the inside.
 */
final class Incident {

    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);

    private Incident() {}

    static Problem of(HttpRequest<?> request, Throwable unexpected) {
        return PostgresOutage.in(unexpected).orElseGet(() -> logged(request, unexpected));
    }

    private static Problem logged(HttpRequest<?> request, Throwable unexpected) {
        String incident = UUID.randomUUID().toString();
        LOG.error(
                "Incident {} at {} {}: {}",
                incident,
                request.getMethodName(),
                request.getPath(),
                Whereabouts.of(unexpected));
        return new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Something in this program failed. Try again; if it stays, give the incident id to your operator.")
                .with("incident", incident);
    }
}
